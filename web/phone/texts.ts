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

// The law counts the bureau's days: a phone that is set to another zone shows and proposes these too.
const bureau = { timeZone: 'Asia/Shanghai', dateStyle: 'short' } as const;
const [days, times] = [new Intl.DateTimeFormat('sv', bureau), new Intl.DateTimeFormat('sv', { ...bureau, timeStyle: 'short' })];

/** A day and time as everywhere in the host, by the bureau's clock. */
export const time = (instant: string) => times.format(new Date(instant));

/** The bureau's day, yyyy-MM-dd, as far as the phone's clock is right. */
export const today = () => days.format(new Date());

/** The text of a key with its arguments; a key without a text is a fault of the program and shows. */
export function t(key: string, ...values: unknown[]): string {
  return (texts[language][key] ?? `[${key}]`).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}
