// The search: finds the names that package search wrote. Bundled with MiniSearch; the site's script loads the
// bundle when a reader opens the search, and this script the names.
//
// Names come in parts, each with an index of its own. What is found in any part stands in one order: what has the
// words as they were typed, then what has them without their marks, then what has them but for one letter.
import MiniSearch from 'minisearch';

const SHOWN = 5; // of a kind, until the reader asks for all
const FEW = 5; // results below which a letter is thought mistyped
const AT_ONCE = 400; // names taken into an index before the page may do something else
const WEIGHT = { unit: 2, resolution: 1.6, figure: 1.2, page: 1.2 }; // of a kind; 1 for the others

const words = (s) => s.normalize('NFC').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const fold = (s) => s.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/đ/g, 'd');
const flat = (list) => ' ' + list.map(fold).join(' ') + ' ';

// both is a word as it stands and without its marks.
const both = (word) => (fold(word) === word ? word : [word, fold(word)]);

const make = (tag, props, ...children) => {
  const e = Object.assign(document.createElement(tag), props);
  e.append(...children);
  return e;
};

const count = (n) => n.toLocaleString(document.documentElement.lang);

const names = []; // by number: { kind, title, line, path, flat }
const parts = []; // an index each
let list; // what tim.js says
let arrived = () => {};

// take makes an index of one part: rows of kind, title, line, path and further words.
async function take(rows) {
  const index = new MiniSearch({ fields: ['title', 'terms'], storeFields: [], tokenize: words, processTerm: both });
  const documents = rows.map(([kind, title, line, path, terms]) => {
    names.push({ kind: list.kinds[kind].id, title, line, path, flat: flat(words(title)) });
    return { id: names.length - 1, title, terms };
  });
  await index.addAllAsync(documents, { chunkSize: AT_ONCE });
  parts.push(index);
  arrived();
}

// near reports how many letters of a word may be others: none in numbers and in a word that stands alone and is short.
const near = (word, i, all) => (!/\d/.test(word) && word.length > (all.length > 1 ? 1 : 2) ? 1 : false);

// alike reports whether one letter makes two words the same: another, one more or one less.
function alike(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.slice(i + (a.length >= b.length)) === b.slice(i + (b.length >= a.length));
}

// closeness raises a name that says what was typed, in its order; last the one that says it but for some letters.
function closeness(name, typed) {
  if (name.flat === typed) return 8;
  if (name.flat.startsWith(typed)) return 4;
  if (name.flat.includes(typed)) return 3;
  const said = name.flat.trim().split(' '), wanted = typed.trim().split(' ');
  return said.some((s, at) => wanted.every((w, i) => at + i < said.length && alike(said[at + i], w))) ? 3 : 1;
}

// rank is what one way of searching finds in all parts, the best first.
function rank(typed, terms, options) {
  const found = [].concat(...parts.map((index) => index.search(terms.join(' '), Object.assign({
    tokenize: () => terms, processTerm: (t) => t, combineWith: 'AND', boost: { title: 3 },
    boostDocument: (id) => (WEIGHT[names[id].kind] || 1) * closeness(names[id], typed),
  }, options))));
  return found.sort((a, b) => b.score - a.score || a.id - b.id).map((r) => r.id);
}

// find gives the numbers of what is found, the best first.
function find(query) {
  const exact = words(query), folded = exact.map(fold), typed = flat(exact);
  if (!exact.length) return [];
  const last = (t, i, all) => i === all.length - 1;
  const found = new Set(rank(typed, exact, { prefix: last }));
  rank(typed, folded, { prefix: last }).forEach((id) => found.add(id));
  if (found.size < FEW) rank(typed, folded, { prefix: true, fuzzy: near }).forEach((id) => found.add(id));
  return Array.from(found);
}

// open completes the box that the site's script made: results below the field, a count that is read out.
function open({ box, field, button, bring, names: address, index, close, back, key }) {
  const said = make('p', { className: 'search-said' }), results = make('div', { className: 'search-found', id: 'tim-thay' });
  const hint = make('p', { className: 'search-hint' }), foot = make('p', { className: 'search-foot' });
  said.setAttribute('role', 'status');
  const all = make('a', { href: index }), shut = make('button', { type: 'button' });
  const slash = make('input', { type: 'checkbox', checked: key() !== 'off' }), slashWord = make('span', {});
  slash.addEventListener('change', () => key(slash.checked ? 'on' : 'off'));
  foot.append(all, make('label', {}, slash, ' ', slashWord));
  box.append(shut, said, results, hint, foot);
  let whole = new Set(), loading = true, lost = false;

  const row = (id) => make('li', {}, make('a', { href: new URL(names[id].path, index).href, textContent: names[id].title }), ' ', make('span', { textContent: names[id].line }));
  const group = (kind, ids) => {
    const head = make('p', { id: 'tim-' + kind, className: 'search-kind', textContent: list.kinds.find((k) => k.id === kind).word });
    const rows = make('ul', {}, ...ids.slice(0, whole.has(kind) ? ids.length : SHOWN).map(row));
    rows.setAttribute('aria-labelledby', head.id);
    const parts = [head, rows];
    if (rows.children.length < ids.length) {
      const more = make('button', { type: 'button', textContent: list.words.more.replace('{n}', count(ids.length)) });
      more.addEventListener('click', () => {
        whole.add(kind);
        show();
        document.getElementById(head.id).nextSibling.children[SHOWN].querySelector('a').focus();
      });
      parts.push(more);
    }
    return parts;
  };
  const show = () => {
    const ids = find(field.value), kinds = new Map();
    ids.forEach((id) => {
      const of = kinds.get(names[id].kind);
      if (of) of.push(id);
      else kinds.set(names[id].kind, [id]);
    });
    results.replaceChildren(...[].concat(...Array.from(kinds, ([kind, of]) => group(kind, of))));
    const empty = !words(field.value).length;
    said.textContent = [
      empty ? '' : ids.length === 1 ? list.words.one : ids.length ? list.words.found.replace('{n}', count(ids.length)) : loading ? '' : list.words.none,
      loading ? list.words.loading : lost ? list.words.partial : '',
    ].filter(Boolean).join(' ');
  };
  const links = () => Array.from(results.querySelectorAll('a'));
  const step = (by) => {
    const stops = [field].concat(links()), at = stops.indexOf(document.activeElement);
    stops[Math.min(stops.length - 1, Math.max(0, at + by))].focus();
  };
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: back,
  };
  box.addEventListener('keydown', (e) => {
    if (e.isComposing || e.ctrlKey || e.metaKey || e.altKey) return;
    const first = links()[0];
    if (e.key === 'Enter' && e.target === field && first) keys.Enter = () => first.click();
    else delete keys.Enter;
    if (!keys[e.key]) return;
    e.preventDefault();
    keys[e.key]();
  });
  shut.addEventListener('click', back);
  const away = (target) => { if (target && !box.contains(target) && !button.contains(target)) close(); };
  document.addEventListener('pointerdown', (e) => away(e.target));
  box.addEventListener('focusout', (e) => away(e.relatedTarget));

  const load = async () => {
    await bring(address);
    hint.textContent = list.words.hint;
    all.textContent = list.words.all;
    shut.textContent = list.words.close;
    slashWord.textContent = list.words.slash;
    arrived = show;
    field.addEventListener('input', () => { whole = new Set(); show(); });
    show();
    for (const part of list.parts) await bring(new URL(part, index).href).then(() => pending, () => { lost = true; });
    loading = false;
    show();
  };
  return load();
}

let pending; // the part being taken
window.MinhBachSearch = { open, list: (l) => { list = l; }, part: (rows) => { pending = take(rows); } };
