// @ts-check
import { words } from './words.js';

const ZONE = 'Europe/London';
const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const MOMENT = new Intl.DateTimeFormat('en-GB', {
	timeZone: ZONE,
	day: 'numeric',
	month: 'short',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
});
const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** @param {string} text @param {...any} values put where the words leave room, `{0}` first */
export const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => String(values[n]));

/** One thing or several of them: `count(2, ['1 turn', '{0} turns'])`. */
export const count = (/** @type {number} */ n, /** @type {string[]} */ [one, many]) => fill(n === 1 ? one : many, number(n));

export const number = (/** @type {number} */ n) => NUMBER.format(n);

export const percent = (/** @type {number} */ share) => PERCENT.format(share);

/** A moment in London, to the minute. */
export const moment = (/** @type {string | null | undefined} */ at) => (at ? MOMENT.format(new Date(at)) : '');

export const shortDay = (/** @type {string} */ day) => SHORT_DAY.format(new Date(day));

/** A year, month or day as guidance has it, as people write it. */
export function date(/** @type {string | null | undefined} */ text) {
	if (!text || /^\d{4}$/.test(text)) {
		return text || '';
	}
	return /^\d{4}-\d\d$/.test(text)
		? new Date(text).toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })
		: DAY.format(new Date(text));
}

/** Nations as people name them; all four are one word. */
export const nations = (/** @type {string[] | null | undefined} */ names) =>
	!names?.length ? '' : names.length > 3 ? words.UK : names.map((name) => words.nations[name] || name).join(', ');

/** The name of a constant, or how a newer server calls what we have no words for. */
export const named = (/** @type {Record<string, string>} */ names, /** @type {string | null | undefined} */ name) =>
	(name && names[name]) || (name || '').toLowerCase().replaceAll('_', ' ');

/** A length of time that suits its size. */
export const milliseconds = (/** @type {number} */ ms) =>
	ms < 10 ? NUMBER.format(ms) + ' ms' : ms < 10_000 ? Math.round(ms).toLocaleString('en-GB') + ' ms' : NUMBER.format(ms / 1000) + ' s';

/** Today in London, as fields for days have it. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date());

/** A day so many days from another. */
export function daysFrom(/** @type {string} */ day, /** @type {number} */ days) {
	const moved = new Date(day);
	moved.setUTCDate(moved.getUTCDate() + days);
	return moved.toISOString().slice(0, 10);
}
