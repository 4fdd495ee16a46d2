// The own certificate as a code to show, and the check of a colleague's against the bureau's list.
import { certificateOf, certificateText, codeView, reader } from './code';
import { h } from './dom';
import { t, today } from './texts';
import type { Agency, Card, Kit, Person } from './types';

export function certificateView(me: Person, agency: Agency | undefined, kits: Kit[]): HTMLElement {
  const known = new Map([...agency?.officers ?? [], ...kits.flatMap(kit => kit.officers)].map(card => [card.id, card]));
  const verdict = h('p', { role: 'alert' });
  return h('div', {},
    h('p', {}, h('a', { href: '#/' }, t('back'))),
    h('h1', {}, t('cert.title')),
    me.officer
      ? h('div', { class: 'certificate' }, codeView(certificateText(me.officer), t('cert.code')), h('strong', {}, me.officer.name), h('span', {}, me.officer.certificateNumber), h('span', { class: 'soft' }, t('cert.valid', me.officer.validFrom, me.officer.validTo)), isEnded(me.officer) && h('p', { class: 'bad' }, t('cert.own')))
      : h('p', { class: 'note' }, t('cert.none')),
    h('h2', {}, t('cert.check')),
    h('p', { class: 'soft' }, t('cert.lead')),
    reader(text => {
      const [key, card] = check(text, known);
      verdict.className = key === 'cert.good' ? 'good' : 'bad';
      verdict.textContent = t(key, card?.name, card?.certificateNumber, card?.validTo);
    }),
    verdict);
}

function check(text: string, known: Map<string, Card>): [string, Card?] {
  const named = certificateOf(text);
  if (!named) {
    return ['cert.other'];
  }
  const card = known.get(named.id);
  if (!card || card.certificateNumber !== named.number) {
    return ['cert.unknown'];
  }
  return [isEnded(card) ? 'cert.ended' : 'cert.good', card];
}

/** Whether nobody may inspect with it today. */
export function isEnded(card: Card): boolean {
  return card.isSuspended || today() < card.validFrom || today() > card.validTo;
}
