// Comforts for pages that are complete without them. No words here: they are data-t-* of <html>.
(function () {
'use strict';
const root = document.documentElement;
const word = (key) => root.getAttribute('data-t-' + key) || '';
const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
const make = (tag, props, ...children) => {
  const e = Object.assign(document.createElement(tag), props);
  e.append(...children);
  return e;
};
const { compare } = new Intl.Collator(root.lang, { numeric: true });
const fold = (s) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[\u0110\u0111]/g, 'd').toLowerCase();
const textOf = (e) => (e ? e.textContent.replace(/\s+/g, ' ').trim() : '');
const isGroup = (row) => row.classList.contains('group');

// table[data-sort]: a press sorts up, the next down, the third gives the order of the source back.
// Rows stay below their tr.group and within their data-group, so that no kind of unit is ranked with
// another; what has no value (data-v, or text that is no state) stays last.
function sortable(table) {
  const heads = Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells);
  const source = Array.from(table.tBodies, (body) => Array.from(body.rows));
  const sort = (i, sign) => {
    const marked = source.some((rows) => rows.some((row) => row.cells[i] && row.cells[i].dataset.v));
    const key = (row) => {
      const cell = row.cells[i], v = cell && cell.dataset.v, text = textOf(cell);
      return { row, group: row.dataset.group || '', last: !v && (marked || !text || !!cell.querySelector('.st')), v: v || text };
    };
    const order = (a, b) => compare(a.group, b.group) || a.last - b.last ||
      (a.last ? 1 : sign) * (isNaN(a.v) || isNaN(b.v) ? compare(a.v, b.v) : a.v - b.v);
    source.forEach((rows, n) => {
      const runs = [[]];
      rows.forEach((row) => (isGroup(row) ? runs.push([row], []) : runs[runs.length - 1].push(row)));
      runs.forEach((run) => table.tBodies[n].append(...(sign ? run.map(key).sort(order).map((k) => k.row) : run)));
    });
  };
  heads.forEach((th, i) => {
    const name = textOf(th);
    if (!name || 'nosort' in th.dataset) return;
    const title = word('sort').replace('{column}', name);
    const button = make('button', { type: 'button', className: 'sort', title });
    if (th.querySelector('a')) button.append(make('span', { className: 'vh', textContent: title }));
    else button.append(...th.childNodes);
    th.append(button);
    button.addEventListener('click', () => {
      const now = th.getAttribute('aria-sort');
      heads.forEach((h) => h.removeAttribute('aria-sort'));
      if (now !== 'descending') th.setAttribute('aria-sort', now ? 'descending' : 'ascending');
      sort(i, now === 'descending' ? 0 : now ? -1 : 1);
    });
  });
}

// table[data-filter], ul[data-filter-list]: a text box, a select per th[data-filter], and one per data-k-NAME
// of the table or list, which is the label of the rows' data-k-NAME ("a|b" for several).
function filter(target) {
  const table = target.tBodies;
  const rows = table ? all('tbody tr', target) : Array.from(target.children);
  const items = rows.filter((row) => !isGroup(row)).map((row) => ({ row, text: ' ' + fold(Array.from(row.cells || [row], textOf).join(' ')) }));
  const count = make('p', { className: 'filter-count' });
  count.setAttribute('role', 'status');
  const search = make('input', { type: 'search' });
  const field = (label, input) => make('label', {}, make('span', { textContent: label }), input);
  const form = make('form', { className: 'filter' }, field(word('filter'), search));
  const choices = [];
  const choice = (label, of) => {
    const values = Array.from(new Set([].concat(...items.map((i) => of(i.row))))).filter(Boolean).sort(compare);
    if (values.length < 2) return;
    const select = make('select', {}, new Option(word('all'), ''), ...values.map((v) => new Option(v, v)));
    choices.push({ select, of });
    form.append(field(label, select));
  };
  all('thead th[data-filter]', target).forEach((th) => choice(textOf(th), (row) => {
    const cell = row.cells[th.cellIndex], states = cell ? all('.st', cell) : [];
    return (states.length ? states : [cell]).map(textOf);
  }));
  Array.from(target.attributes).filter((a) => a.name.startsWith('data-k-'))
    .forEach((a) => choice(a.value, (row) => (row.getAttribute(a.name) || '').split('|')));
  form.append(count);
  form.addEventListener('submit', (e) => e.preventDefault());
  form.addEventListener('input', () => {
    const terms = fold(search.value).split(/\s+/).filter(Boolean), chosen = choices.filter((c) => c.select.value);
    // words as they begin and in their order, a name then; only where no row has them so, in any order
    const phrase = [terms.join(' ')], wanted = items.some((i) => i.text.includes(' ' + phrase)) ? phrase : terms;
    let n = 0, group;
    items.forEach(({ row, text }) => {
      row.hidden = !wanted.every((t) => text.includes(' ' + t)) || !chosen.every((c) => c.of(row).includes(c.select.value));
      if (!row.hidden) n++;
    });
    (table ? all('tbody tr', target) : []).forEach((row) => { // sorted by now, perhaps
      if (isGroup(row)) (group = row).hidden = true;
      else if (group && !row.hidden) group.hidden = false;
    });
    count.textContent = !terms.length && !chosen.length ? '' :
      n ? word('shown').replace('{n}', n).replace('{of}', items.length) : word('none');
  });
  (target.closest('.scroll') || target).before(form);
}

const bring = (src) => new Promise((onload, onerror) => {
  document.head.append(make('script', { src, onload, onerror }));
});

// The chart library loads once, when a reader points at a figure or asks for its chart.
let library;
const load = () => (library = library || bring(root.dataset.echarts));
function chart(button) {
  const figure = button.closest('figure'), open = button.textContent;
  let live;
  const early = (e) => { if (e.pointerType !== 'touch') load().catch(() => {}); };
  const toggle = () => {
    if (live) live.hidden = !live.hidden;
    else {
      live = make('div', { className: 'chart-live' });
      live.setAttribute('role', 'img');
      live.setAttribute('aria-label', button.dataset.label);
      button.after(live);
      window.MinhBachECharts.draw(live, JSON.parse(figure.querySelector('.chart-data').textContent));
    }
    button.textContent = live.hidden ? open : button.dataset.close;
    button.setAttribute('aria-expanded', !live.hidden);
  };
  figure.addEventListener('pointerenter', early);
  figure.addEventListener('focusin', early);
  button.addEventListener('click', () => load().then(toggle, () => { button.hidden = true; }));
  button.hidden = false;
}

// nav.toc: the link of the section in the upper part of the window is the current one.
function contents(nav) {
  const links = all('a[href^="#"]', nav);
  const watch = new IntersectionObserver((entries) => entries.filter((e) => e.isIntersecting).forEach((e) => {
    links.forEach((a) => {
      a.removeAttribute('aria-current');
      if (a.hash.slice(1) !== e.target.id) return;
      a.setAttribute('aria-current', 'true');
      const list = a.closest('ul');
      list.scrollLeft = a.offsetLeft - list.clientWidth / 3;
    });
  }), { rootMargin: '-15% 0px -75% 0px' });
  links.map((a) => document.getElementById(a.hash.slice(1))).filter(Boolean).forEach((s) => watch.observe(s));
}

// [data-copy]: copies its value, or the text of the element that "#id" names; works from file:// too.
function copyable(button) {
  const said = button.textContent, from = button.dataset.copy;
  button.setAttribute('aria-live', 'polite');
  button.hidden = false;
  button.addEventListener('click', () => {
    const box = make('textarea', { value: from[0] === '#' ? textOf(document.querySelector(from)) : from, className: 'vh' });
    document.body.append(box);
    box.select();
    if (document.execCommand('copy')) button.textContent = word('copied');
    box.remove();
    button.focus();
    setTimeout(() => { button.textContent = said; }, 2000);
  });
}

// a[data-search]: the link to the index becomes the button that opens the search, which loads then. Where it
// does not load, the button leads to the index. A reader may turn the key / off, who speaks to the machine, say.
function search(link) {
  const { search: program, names } = link.dataset;
  const button = make('button', { type: 'button', className: link.className }, ...link.childNodes);
  const field = make('input', { type: 'search', id: 'o-tim', autocomplete: 'off', spellcheck: false });
  const box = make('div', { className: 'search' }, make('label', { htmlFor: field.id, textContent: word('search') }), field);
  let ready, before;
  const close = () => {
    box.hidden = true;
    button.setAttribute('aria-expanded', false);
  };
  const show = () => {
    before = document.activeElement;
    box.hidden = false;
    button.setAttribute('aria-expanded', true);
    field.focus();
    field.select();
    ready = ready || bring(program).then(() => window.MinhBachSearch.open({ box, field, button, bring, names, index: link.href, close, back, key }));
    ready.catch(() => { location.href = link.href; });
  };
  const back = () => {
    close();
    (before && before !== document.body ? before : button).focus({ preventScroll: true });
  };
  box.setAttribute('role', 'search');
  close();
  button.addEventListener('click', () => (box.hidden ? show() : back()));
  const key = (set) => { // "off"; some browsers keep nothing from the disk
    try {
      return set === undefined ? localStorage.getItem('minhbach-slash') : localStorage.setItem('minhbach-slash', set);
    } catch (e) { return ''; }
  };
  document.addEventListener('keydown', (e) => {
    if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName) || key() === 'off') return;
    e.preventDefault();
    show();
  });
  link.closest('header').append(box);
  link.replaceWith(button);
}

all('a[data-search]').forEach(search);
all('table[data-sort]').forEach(sortable);
all('table[data-filter], [data-filter-list]').forEach(filter);
if (root.dataset.echarts) all('.chart-open').forEach(chart);
if (window.IntersectionObserver) all('nav.toc').forEach(contents);
all('[data-copy]').forEach(copyable);
})();
