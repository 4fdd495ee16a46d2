// Today's work: what is due first comes first, and each visit says how far this phone got with it.
import { h } from './dom';
import type { Command } from './store';
import { t, time, today } from './texts';
import type { Kit } from './types';
import { dueOf, isOnSite, visitOf } from './visit';

export function listView(kits: Kit[], all: Command[], freshAt: string | undefined): HTMLElement {
  const ordered = kits.map(kit => ({ kit, due: dueOf(kit.task) })).sort((a, b) => a.due.localeCompare(b.due));
  const group = (title: string, some: Kit[]) => some.length > 0 && h('section', {}, h('h2', {}, title), h('ul', { class: 'visits' }, ...some.map(kit => card(kit, all))));
  return h('div', {},
    h('h1', {}, t('list.title')),
    h('p', { class: 'soft' }, freshAt ? t('list.fresh', time(freshAt)) : t('list.never')),
    h('nav', { class: 'row', 'aria-label': t('list.nav') }, h('a', { class: 'button', href: '#/certificate' }, t('cert.title')), h('a', { class: 'button', href: '#/open' }, t('open.immediate'))),
    kits.length === 0 && h('p', { class: 'note' }, t('list.none')),
    group(t('list.due'), ordered.filter(one => one.due <= today()).map(one => one.kit)),
    group(t('list.later'), ordered.filter(one => one.due > today()).map(one => one.kit)));
}

function card(kit: Kit, all: Command[]): HTMLElement {
  const visit = visitOf(kit, all);
  const due = dueOf(kit.task);
  const late = due < today();
  return h('li', {}, h('a', { href: '#/visit/' + encodeURIComponent(kit.task.id) },
    h('strong', {}, kit.subjectName),
    h('span', { class: 'soft' }, kit.subjectAddress || kit.task.subjectId),
    h('span', { class: late ? 'bad' : '' }, t(late ? 'list.late' : 'list.by', due)),
    h('span', {}, isOnSite(kit) ? t('list.answered', visit.answers.size, kit.points.length) : t('state.' + kit.task.state)),
    visit.open.length > 0 && h('span', { class: 'badge' }, t('list.open', visit.open.length))));
}
