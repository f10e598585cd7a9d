// A page of the preview: it shows itself anew when it would be another by now, where it was read; lays over
// itself what stops the last save. No words here: they come from the program.
(function () {
'use strict';
const { sum, lost } = document.currentScript.dataset;
const key = 'minhbach-preview ' + location.pathname;
const shows = (e) => e.getClientRects().length > 0;

// keep notes where the page is read: the place of the element with an id nearest to the top of the window, for
// what stands above it may grow, and which parts are unfolded.
function keep() {
  let near = null;
  for (const e of document.querySelectorAll('main [id]')) {
    const top = shows(e) ? Math.abs(e.getBoundingClientRect().top) : Infinity;
    if (top < (near ? near.top : Infinity)) near = { e, top };
  }
  const at = near && scrollY > 0 ? { id: near.e.id, top: near.e.getBoundingClientRect().top } : null;
  const open = Array.from(document.querySelectorAll('main details'), (d) => d.open);
  sessionStorage.setItem(key, JSON.stringify({ x: scrollX, y: scrollY, at, open }));
}

// restore goes back there, and again once the page is complete, unless its reader moved on.
function restore() {
  const kept = JSON.parse(sessionStorage.getItem(key) || 'null');
  sessionStorage.removeItem(key);
  if (!kept) return;
  const details = document.querySelectorAll('main details');
  if (details.length === kept.open.length) details.forEach((d, i) => { d.open = kept.open[i]; });
  const go = () => {
    const e = kept.at && document.getElementById(kept.at.id);
    scrollTo({ left: kept.x, top: e ? scrollY + e.getBoundingClientRect().top - kept.at.top : kept.y, behavior: 'instant' });
  };
  const moved = new AbortController();
  ['wheel', 'touchstart', 'keydown', 'pointerdown'].forEach((by) => addEventListener(by, () => moved.abort(), { signal: moved.signal, passive: true }));
  go();
  const last = () => requestAnimationFrame(() => {
    if (!moved.signal.aborted) go();
    moved.abort();
    history.scrollRestoration = 'auto';
  });
  if (document.readyState === 'complete') last();
  else addEventListener('load', last);
}

function reload() {
  keep();
  history.scrollRestoration = 'manual';
  location.reload();
}

// The notice of the last save: a dialog that opens by itself for what stops a site, and a small button that
// opens it again.
const dialog = document.createElement('dialog'), button = document.createElement('button');
dialog.className = 'mb-preview mb-dialog';
dialog.setAttribute('role', 'alertdialog');
dialog.setAttribute('aria-labelledby', 'mb-preview-title');
dialog.setAttribute('aria-describedby', 'mb-preview-lead');
dialog.addEventListener('click', (e) => { if (e.target.closest('.mb-close')) dialog.close(); });
button.className = 'mb-preview mb-button';
button.type = 'button';
button.addEventListener('click', () => { if (notice) dialog.showModal(); });
let notice = '';

function tell(e) {
  if (!document.body.contains(button)) document.body.append(dialog, button);
  button.textContent = e.count;
  button.hidden = !e.count;
  button.classList.toggle('mb-stops', e.stops);
  if (e.notice === notice) return;
  notice = e.notice;
  dialog.innerHTML = notice;
  dialog.classList.toggle('mb-stops', e.stops);
  if (!notice || !e.stops) dialog.close();
  else if (!dialog.open) dialog.showModal();
  else {
    dialog.scrollTop = 0;
    dialog.querySelector('.mb-close').focus();
  }
}

// A page in the background does not listen: a browser keeps few connections, and it asks when it is seen again.
let source = null;
function listen() {
  if (source || document.hidden) return;
  source = new EventSource('/.minhbach/events?path=' + encodeURIComponent(location.pathname));
  source.onmessage = (message) => {
    const e = JSON.parse(message.data);
    if (e.sum === sum) tell(e);
    else {
      hush();
      reload();
    }
  };
  source.onerror = () => tell({ notice, count: lost, stops: true });
}
function hush() {
  if (source) source.close();
  source = null;
}
addEventListener('pagehide', hush);
addEventListener('pageshow', listen);
document.addEventListener('visibilitychange', () => (document.hidden ? hush() : listen()));

restore();
listen();
})();
