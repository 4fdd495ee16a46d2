// Texts in both languages, put in by the build from the host's resources.
declare const TEXTS: string;
type Language = 'zh' | 'en';
const texts = JSON.parse(TEXTS) as Record<Language, Record<string, string>>;

const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('language') ?? navigator.language;
export const language: Language = asked.startsWith('zh') ? 'zh' : 'en';
export const locale = language === 'zh' ? 'zh-CN' : 'en';

export function choose(other: Language): void {
  localStorage.setItem('language', other);
  navigator.onLine ? location.assign(`/language/${other === 'zh' ? 'zh-CN' : 'en'}?back=/m/`) : location.reload(); // the host's own texts, too
}

/** A day and time as everywhere in the host, in the phone's own zone. */
export const time = (instant: string) => new Date(instant).toLocaleString('sv').slice(0, 16);

/** The text of a key with its arguments; a key without a text is a fault of the program and shows. */
export function t(key: string, ...values: unknown[]): string {
  return (texts[language][key] ?? `[${key}]`).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}
