// averment: what pages can do beyond links and forms. Everything here is an improvement;
// nothing is needed to read, search, tag or import.
'use strict';
(() => {
  const $ = (sel, root = document) => root.querySelector(sel);
  const $$ = (sel, root = document) => [...root.querySelectorAll(sel)];
  const say = (el, text) => { if (el) el.textContent = text; };
  const make = (tag, text, cls) => { const e = document.createElement(tag); if (text) e.textContent = text; if (cls) e.className = cls; return e; };
  const go = (link) => { if (link) link.click(); return !!link; };

  // Buttons that only work with script appear only with script.
  $$('[data-copy],[data-print],[data-tickall]').forEach((b) => { b.hidden = false; });

  // Items: hits, rows and entries that j and k walk through.
  let at = -1;
  const items = () => $$('[data-item]').filter((e) => e.offsetParent !== null);
  function move(step) {
    const list = items();
    if (!list.length) return false;
    const held = list.findIndex((e) => e.contains(document.activeElement));
    at = Math.max(0, Math.min(list.length - 1, (held >= 0 ? held : at) + step));
    list.forEach((e, i) => { if (i === at) e.setAttribute('aria-current', 'true'); else if (!e.matches('a')) e.removeAttribute('aria-current'); });
    const link = opener(list[at]);
    if (link) link.focus({ preventScroll: true });
    list[at].scrollIntoView({ block: 'nearest' });
    return true;
  }
  const opener = (e) => e && (e.matches('[data-open]') ? e : $('[data-open]', e));

  // Hits of a document: on the same page without loading it again.
  function hit(step) {
    const link = $(step > 0 ? '[data-next-hit]' : '[data-prev-hit]');
    return go(link);
  }

  // Keys. Off in fields, with a modifier, and when switched off (WCAG 2.1.4).
  const keysOff = document.body.dataset.keys === 'off';
  const dialog = $('#keys');
  let pending = '';
  const places = { s: '/', c: '/claims', t: '/timeline', p: '/parties', i: '/imports', k: '/check' };
  const actions = {
    '/': () => { const box = $('input[type=search]'); if (!box) { location.href = '/'; } else { box.focus(); box.select(); } return true; },
    j: () => move(1), k: () => move(-1),
    o: () => go(opener(items()[at])),
    x: () => { const box = items()[at] && $('input[type=checkbox]', items()[at]); if (box) { box.click(); } return !!box; },
    n: () => hit(1), p: () => hit(-1),
    '[': () => go($('[data-prev-page]')), ']': () => go($('[data-next-page]')),
    c: () => go($('[data-copy]')),
    f: () => { const el = $('#facets') || $('#facts'); if (!el) return false; if (el.id === 'facets' && el.offsetParent === null && el.showPopover) el.showPopover(); const first = $$('summary,a,button', el).find((e) => e.offsetParent !== null) || el; first.focus(); return true; },
    r: () => go(items()[at] && $('[data-retry]', items()[at])),
    d: () => { const all = $$('.diff,.differs[href]'); const next = all.find((e) => e.getBoundingClientRect().top > 80) || all[0]; if (next) { next.scrollIntoView({ block: 'start' }); if (next.href) next.focus(); } return !!next; },
    '+': () => zoom(1), '-': () => zoom(-1),
    '?': () => { dialog.showModal(); return true; },
    Escape: () => go($('[data-back]')),
  };
  function zoom(step) {
    const all = $$('[data-zoom] a');
    const now = all.findIndex((a) => a.hasAttribute('aria-current'));
    return go(all[now + step]);
  }
  const writing = (e) => e.target.closest('input:not([type=checkbox]),textarea,select,[contenteditable]');
  document.addEventListener('keydown', (e) => {
    if (keysOff || e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (e.key === 'Escape' && writing(e)) { e.target.blur(); return; }
    if (writing(e) || dialog.open) return;
    if (pending === 'g') { pending = ''; if (places[e.key]) { e.preventDefault(); location.href = places[e.key]; } return; }
    if (e.key === 'g') { pending = 'g'; setTimeout(() => { pending = ''; }, 1500); return; }
    const act = actions[e.key];
    if (act && act()) e.preventDefault();
  });
  $$('[data-close]').forEach((b) => b.addEventListener('click', () => b.closest('dialog').close()));

  // Matrix: arrows go from cell to cell.
  const matrix = $('.matrix');
  if (matrix) matrix.addEventListener('keydown', (e) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[e.key];
    const cell = e.target.closest('td');
    if (!step || !cell) return;
    let row = cell.parentElement, col = cell.cellIndex;
    for (;;) {
      if (step[0]) row = step[0] > 0 ? row.nextElementSibling : row.previousElementSibling;
      col += step[1];
      const next = row && row.cells[col];
      if (!next || next.tagName !== 'TD') return;
      const link = $('a', next);
      if (link) { link.focus(); e.preventDefault(); return; }
    }
  });

  // Ticks.
  const form = $('[data-hits]');
  if (form) {
    const boxes = $$('input[name=id]', form), note = $('[data-ticked]', form), all = $('[data-tickall]', form);
    const count = () => { const n = boxes.filter((b) => b.checked).length; say(note, n ? n + ' ticked' : 'None ticked'); };
    form.addEventListener('change', count);
    if (all) all.addEventListener('click', () => { const on = !boxes.every((b) => b.checked); boxes.forEach((b) => { b.checked = on; }); count(); });
    count();
  }

  // Copy and print.
  document.addEventListener('click', async (e) => {
    const b = e.target.closest('[data-copy]');
    if (b) {
      const from = document.getElementById(b.dataset.copy);
      // A browser may keep a question about the clipboard open for ever.
      const late = new Promise((done) => setTimeout(() => done('late'), 900));
      try {
        if (await Promise.race([navigator.clipboard.writeText(from.textContent), late])) throw late;
        say($('[data-copied]'), 'Copied.');
      } catch {
        getSelection().selectAllChildren(from); say($('[data-copied]'), 'Selected: copy it with the keys of your system.');
      }
    }
    if (e.target.closest('[data-print]')) print();
  });

  // What is marked in the text is remembered while the tab is open.
  $$('.legend input[id]').forEach((box) => {
    const kept = sessionStorage.getItem(box.id);
    if (kept !== null) box.checked = kept === '1';
    box.addEventListener('change', () => sessionStorage.setItem(box.id, box.checked ? '1' : '0'));
  });

  // Upload: one file after the other, each with its progress and its outcome.
  const drop = $('[data-drop]');
  if (drop) {
    const box = $('[data-progress]', drop), field = $('input[type=file]', drop);
    let queue = [], busy = false;
    const size = (n) => n > 1048576 ? (n / 1048576).toFixed(1) + ' MB' : Math.ceil(n / 1024) + ' kB';
    const add = (files) => { queue.push(...files); if (!busy) next(); };
    function next() {
      const file = queue.shift();
      busy = !!file;
      if (!file) return;
      const line = make('p', file.name + ', ' + size(file.size) + ' ', 'upload'), bar = make('progress'), word = make('span', ' sending');
      bar.max = 1; bar.value = 0; bar.setAttribute('aria-label', file.name);
      line.append(bar, word); box.append(line);
      const data = new FormData();
      ['custodian', 'collection'].forEach((n) => data.append(n, drop.elements[n].value));
      data.append('files', file);
      const x = new XMLHttpRequest();
      x.open('POST', drop.action);
      x.setRequestHeader('Accept', 'application/json');
      x.upload.onprogress = (e) => { if (e.lengthComputable) { bar.value = e.loaded / e.total; if (e.loaded === e.total) say(word, ' reading'); } };
      x.onload = () => {
        bar.remove();
        let out = null;
        try { out = JSON.parse(x.responseText); } catch { /* an error page */ }
        const row = out && out.files && out.files[0];
        if (!row) { say(word, x.status === 413 ? ' too large' : ' failed (' + x.status + ')'); return next(); }
        say(word, ' ' + row.state + (row.reason ? ': ' + row.reason + (row.detail ? ', ' + row.detail : '') : ''));
        if (row.id && row.state !== 'exception') { const a = make('a', ' open'); a.href = '/documents/' + row.id.slice(0, 16); line.append(a); }
        next();
      };
      x.onerror = () => { say(word, ' the connection broke'); next(); };
      x.send(data);
    }
    drop.addEventListener('submit', (e) => { if (field.files.length) { e.preventDefault(); add(field.files); field.value = ''; } });
    addEventListener('dragover', (e) => { if (e.dataTransfer.types.includes('Files')) { e.preventDefault(); drop.classList.add('over'); } });
    addEventListener('dragleave', (e) => { if (!e.relatedTarget) drop.classList.remove('over'); });
    addEventListener('drop', (e) => { if (e.dataTransfer.files.length) { e.preventDefault(); drop.classList.remove('over'); add(e.dataTransfer.files); } });
  }

  // The ledger, live.
  const live = $('[data-live]');
  if (live && window.EventSource) {
    let first = null;
    const source = new EventSource(live.dataset.live);
    addEventListener('pagehide', () => source.close());
    source.onmessage = (e) => {
      const now = JSON.parse(e.data);
      $$('[data-n]', live).forEach((b) => say(b, now[b.dataset.n]));
      const room = $('[data-underway]');
      room.replaceChildren();
      if (now.under_way.length) {
        room.append(make('h2', 'Under way'));
        const list = make('ul', '', 'plate facts');
        now.under_way.forEach((u) => { const li = make('li'); li.append(make('span', u.path), make('span', u.step + (u.note ? ', ' + u.note : ''))); list.append(li); });
        if (now.waiting > now.under_way.length) list.append(make('li', `and ${now.waiting - now.under_way.length} more`));
        room.append(list);
      }
      const sum = now.found - now.waiting;
      if (first === null) first = sum;
      if (sum !== first && !$('[data-fresh]')) {
        const p = make('p'), a = make('a', 'The ledger has changed; show the new rows');
        a.href = '/imports'; p.dataset.fresh = ''; p.append(a); live.append(p);
      }
    };
  }

  // Check: answers appear as they are found.
  const check = $('[data-check]');
  if (check) check.addEventListener('submit', async (e) => {
    if (!window.ReadableStream || !window.TextDecoderStream) return;
    e.preventDefault();
    const out = $('[data-results]'), draft = $('[data-draft]'), note = $('[data-checking]');
    out.replaceChildren(); draft.replaceChildren();
    say(note, 'Checking');
    $$('.plate.flow').forEach((s) => s.remove());
    try {
      const answer = await fetch('/check/stream', { method: 'POST', body: new FormData(check) });
      if (!answer.ok) { check.submit(); return; }
      const lines = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (;;) {
        const { value, done } = await lines.read();
        if (done) break;
        rest += value;
        const whole = rest.split('\n');
        rest = whole.pop();
        whole.filter(Boolean).map((l) => JSON.parse(l)).forEach(show);
      }
    } catch { say(note, 'The connection broke; check again.'); }
    function show(line) {
      if (line.error) { say(note, line.error); return; }
      if (line.done) { say(note, line.number + ' sentences checked'); return; }
      // The server rendered this part with the same escaping as its pages.
      const part = new DOMParser().parseFromString(line.html, 'text/html').body.firstElementChild;
      out.append(part);
      const li = make('li', '', 'row'), a = make('a', '', 'cite');
      li.dataset.item = ''; a.dataset.open = '';
      a.href = '#s' + line.number;
      a.append(make('b', String(line.number)), ' ', make('span', line.summary, 'st ' + line.class));
      li.append(a, make('p', $('h3 .ev', part).textContent, 'ev'));
      draft.append(li);
      say(note, line.number + ' checked');
    }
  });
})();
