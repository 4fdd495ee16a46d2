// The officer's phone: a shell with three pages that draws itself anew from what is stored, after each change.
import { onActs, through, unwritten } from './acts';
import { certificateView } from './certificate-view';
import { onTrouble, tell, trouble } from './database';
import { h } from './dom';
import { listView } from './list-view';
import { openView } from './open-view';
import { link, sync, watch } from './outbox';
import { hangPad } from './party-view';
import { queueView } from './queue-view';
import { agency, commands, freshAt, kits, me } from './store';
import { choose, language, locale, t } from './texts';
import { visitOf } from './visit';
import { visitView } from './visit-view';

const above = h('div', { class: 'above' });
const main = h('main', { id: 'main', tabindex: '-1' });
const alarm = h('div', { id: 'trouble', role: 'alert' });
const drawn = { head: '', body: '' };
let drawing = false;
let stale = false;
let quiet = false;
let pressed = false;
let owed = false;
let unsent = 0;
let page = 'none';
let later: ReturnType<typeof setTimeout> | undefined;

// A quiet drawing, after news from the network, waits for whoever is writing: half a word belongs to the writer. Every drawing waits for a finger
// that is down: a button that is put anew before the finger is up is not pressed, and a pad loses its line.
async function draw(isQuiet = false): Promise<void> {
  quiet = drawing ? quiet && isQuiet : isQuiet;
  if (drawing) {
    stale = true;
    return;
  }
  drawing = true;
  try {
    do {
      stale = false;
      await drawOnce();
    } while (stale);
  } finally {
    drawing = false; // one page that fails must not stop the next
  }
}

async function drawOnce(): Promise<void> {
  const before = through();
  const person = await me();
  const all = person ? await commands(person.id) : [];
  const open = all.filter(one => one.state === 'waiting' || one.state === 'rejected');
  const [, where = '', id = ''] = location.hash.split('/');
  const locked = !person || link === 'signed-out';
  const visits = person ? await kits(person.id) : [];
  const kit = visits.find(one => one.task.id === decodeURIComponent(id));
  const body = locked ? signedOut(open.length)
    : where === 'queue' ? queueView(all, visits)
    : where === 'certificate' ? certificateView(person, await agency(person.id), visits)
    : where === 'open' || (where === 'look-back' && kit) ? openView(person, await agency(person.id), kit)
    : where === 'visit' && kit ? visitView(visitOf(kit, all), person, (await agency(person.id))?.name ?? '')
    : listView(visits, all, await freshAt(person.id));
  put(body, header(unsent = open.length + unwritten(before), open.some(one => one.state === 'rejected')));
}

// Only what looks different is put in place, so that a finger on its way to a button still finds it. What had the focus has it again,
// and the page stays where it was; a new page begins at its top, with the focus on its heading.
function put(body: HTMLElement, head: HTMLElement): void {
  const waits = pressed && page === location.hash;
  owed ||= waits && !quiet;
  if (drawn.head !== head.outerHTML && !waits) {
    drawn.head = head.outerHTML;
    restoring(() => above.replaceChildren(head));
  }
  if (page !== location.hash) {
    page = location.hash;
    drawn.body = body.outerHTML;
    main.replaceChildren(...body.childNodes);
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  } else if (drawn.body !== body.outerHTML && !waits && !(quiet && isWriting())) {
    drawn.body = body.outerHTML;
    restoring(() => main.replaceChildren(...body.childNodes));
  }
  hangPad();
}

function isWriting(): boolean {
  const field = document.activeElement;
  return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && main.contains(field) && field.value !== field.defaultValue;
}

// Whoever goes away in the middle of a note may not come back to it: what is written so far is kept.
function leave(): void {
  if (isWriting()) {
    (document.activeElement as HTMLElement).blur();
  }
}

function restoring(change: () => void): void {
  const focused = document.activeElement;
  const place = [...main.querySelectorAll('section')].findIndex(section => section.contains(focused));
  const typed = [...main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=file], [type=radio], [type=checkbox]), textarea')]
    .filter(field => field.value !== field.defaultValue).map(field => [field.id, field.value] as const);
  const open = [...main.querySelectorAll('details[open]')].map(one => one.id);
  const where = scrollY;
  change();
  for (const id of open) {
    document.getElementById(id)?.setAttribute('open', '');
  }
  for (const [id, value] of typed) {
    const field = document.getElementById(id) as HTMLInputElement | HTMLTextAreaElement | null;
    if (field) {
      field.value = value;
    }
  }
  if (focused && !focused.isConnected) { // what had the focus is drawn anew, or is done and gone: then its part of the page has it
    (document.getElementById(focused.id) ?? main.querySelectorAll('section')[place] ?? main).focus({ preventScroll: true });
  }
  scrollTo(0, where);
}

function header(open: number, refused: boolean): HTMLElement {
  return h('header', {},
    h('a', { href: '#/', class: 'brand' }, t('name')),
    h('button', { type: 'button', class: 'plain', id: 'language', lang: language === 'zh' ? 'en' : 'zh-CN', onclick: () => choose(language === 'zh' ? 'en' : 'zh') }, language === 'zh' ? 'English' : '中文'),
    h('div', { class: 'status', role: 'status' },
      h('a', { href: '#/queue', id: 'open', class: refused ? 'bad' : '' }, open === 0 ? t('status.sent') : t('status.open', open)),
      h('span', { class: 'soft' }, t('link.' + link)),
      h('button', { type: 'button', id: 'sync', 'aria-disabled': link === 'busy' && 'true', onclick: () => void sync() }, t('status.sync'))));
}

// Outside what is drawn from the store: it has to show even where the store does not answer. What was not written must not look as if it were.
function showTrouble(): void {
  alarm.replaceChildren(...!trouble ? [] : [
    h('p', {}, t('trouble.' + trouble)),
    ...trouble === 'full' ? [h('button', { type: 'button', onclick: () => tell() }, t('trouble.seen'))]
      : trouble === 'blocked' ? [] : [h('button', { type: 'button', onclick: () => location.reload() }, t('trouble.reload'))],
  ]);
  drawn.body = '';
  void draw();
}

const signedOut = (open: number) => h('div', {},
  h('h1', {}, t('out.title')),
  h('p', {}, open > 0 ? t('out.open', open) : t('out.lead')),
  h('p', {}, h('a', { class: 'button', href: '/sign-in?back=/m/' }, t('out.do'))));

// A round tells of every answer; drawing all that is stored for each would take longer than the round.
function soon(): void {
  later ??= setTimeout(() => {
    later = undefined;
    void draw(!owed);
    owed = false;
  }, 100);
}

// Into the line that stands there: a line that is put anew would be taken from under a finger on its way to the button beside it.
function actBegins(): void {
  drawn.head = '';
  document.getElementById('open')?.replaceChildren(t('status.open', ++unsent));
}

function actEnds(): void {
  void draw();
  void sync();
}

document.getElementById('app')!.replaceChildren(
  h('a', { class: 'skip', href: '#main', onclick: event => { event.preventDefault(); main.focus(); } }, t('skip')), above, main, alarm);
document.documentElement.lang = locale;
document.title = t('name');
watch(soon);
onTrouble(showTrouble);
onActs(actBegins, actEnds);
main.addEventListener('focusout', soon);
addEventListener('pointerdown', () => pressed = true, true);
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, () => {
    pressed = false;
    soon();
  }, true);
}
addEventListener('hashchange', () => void draw());
addEventListener('online', () => void sync());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' ? void sync() : leave());
void navigator.storage?.persist?.();
void draw();
// The worker fetches all files once more: that waits until the visits are there. Without one everything still works, but for opening offline.
void sync().then(() => navigator.serviceWorker?.register('sw.js', { scope: './' })).catch(() => undefined);
