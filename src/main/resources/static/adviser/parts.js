// @ts-check
import { Problem } from './api.js';
import { make } from './dom.js';
import { count, fill } from './format.js';
import { words } from './words.js';

/** @typedef {{ id: string, query: URLSearchParams, signal: AbortSignal, say: (text: string) => void, go: (hash: string) => void }} Place where we are, and how to speak and move from there */
/** @typedef {{ title: string, content: (Node | string | false | null | undefined)[], shown?: () => void }} Screen */

/** What went wrong, in the server's own words. */
export function problemBox(/** @type {unknown} */ problem) {
	const known = problem instanceof Problem;
	if (!known) {
		console.error(problem);
	}
	return make(
		'div',
		{ class: 'error', role: 'alert', tabindex: -1 },
		make('h2', {}, known && problem.status === 404 ? words.problems.notFound : words.problems.heading),
		make('p', {}, known ? problem.message : words.problems.ours),
		known && problem.wait && make('p', {}, fill(words.problems.wait, problem.wait)),
	);
}

/**
 * What work draws, or the problem in its place, so that what stands around it can still be used.
 *
 * @param {AbortSignal} signal
 * @param {() => Promise<(Node | string | false | null | undefined)[]>} work
 */
export async function orProblem(signal, work) {
	try {
		return await work();
	} catch (ex) {
		if (signal.aborted) {
			throw ex;
		}
		return [problemBox(ex)];
	}
}

let fields = 0;

/** A control under its label. */
export function field(/** @type {string} */ label, /** @type {any} */ control, /** @type {string} */ hint = '') {
	const id = control.id || (control.id = 'field-' + ++fields);
	if (hint) {
		control.setAttribute('aria-describedby', id + '-hint');
	}
	return make(
		'div',
		{ class: 'field' },
		make('label', { for: id }, label),
		hint && make('p', { class: 'hint', id: id + '-hint' }, hint),
		control,
	);
}

/** @param {Record<string, any>} properties @param {[string, string][]} options value and words @param {string | null} [chosen] */
export const select = (properties, options, chosen) =>
	make('select', properties, ...options.map(([value, text]) => make('option', { value, selected: value === (chosen || '') }, text)));

/** All that something can be, after the words for any of it. */
export const choices = (/** @type {string} */ any, /** @type {Record<string, string>} */ names) =>
	/** @type {[string, string][]} */ ([['', any], ...Object.entries(names)]);

/**
 * What a list is narrowed by. It goes into the address, so that reloading and going back work.
 *
 * @param {string} route
 * @param {Place} place
 * @param {...Node} controls
 */
export const filterForm = (route, place, ...controls) =>
	make(
		'form',
		{
			class: 'filter',
			'aria-label': words.filter.label,
			onsubmit(/** @type {SubmitEvent} */ event) {
				event.preventDefault();
				const entries = [...new FormData(/** @type {HTMLFormElement} */ (event.target))].filter(([, value]) => String(value).trim());
				const query = new URLSearchParams(/** @type {[string, string][]} */ (entries));
				place.go('#/' + route + (query.size ? '?' + query : ''));
			},
		},
		make('div', { class: 'fields' }, ...controls),
		make(
			'p',
			{ class: 'actions' },
			make('button', { class: 'main' }, words.filter.go),
			make('a', { href: '#/' + route }, words.filter.clear),
		),
	);

/** The days a list is about. */
export const days = (/** @type {URLSearchParams} */ query) => [
	field(words.filter.from, make('input', { type: 'date', name: 'from', value: query.get('from') })),
	field(words.filter.before, make('input', { type: 'date', name: 'before', value: query.get('before') })),
];

/** Leads to the next page of a list, and back to its first. */
export function pages(/** @type {string} */ route, /** @type {URLSearchParams} */ query, /** @type {string | null} */ after) {
	const to = (/** @type {string | null} */ position) => {
		const next = new URLSearchParams(query);
		next.delete('after');
		if (position) {
			next.set('after', position);
		}
		return '#/' + route + (next.size ? '?' + next : '');
	};
	return (
		(after || query.get('after')) &&
		make(
			'nav',
			{ class: 'pages', 'aria-label': words.filter.pages },
			query.get('after') && make('a', { href: to(null) }, words.filter.first),
			after && make('a', { href: to(after) }, words.filter.next),
		)
	);
}

/** The heading over what was found, where reading goes on after a list was narrowed. */
export const results = (/** @type {string} */ text) => make('h2', { id: 'results', tabindex: -1 }, text);

/** How something ended or what it is; the class only colours what the words say. */
export const tag = (/** @type {string} */ text, /** @type {string} */ kind = '') => make('span', { class: ('tag ' + kind).trim() }, text);

/**
 * Facts, each a name and what it is.
 *
 * @param {...([string, any] | false | null | undefined | '')} rows
 */
export const facts = (...rows) =>
	make(
		'dl',
		{ class: 'facts' },
		...rows
			.filter((row) => row && [row[1]].flat().some(Boolean))
			.map((row) => make('div', {}, make('dt', {}, row && row[0]), make('dd', {}, ...[row && row[1]].flat()))),
	);

const isNumber = (/** @type {any} */ cell) => /^(–|[\d.,]+( ?%| m?s)?)$/.test(cell);

/**
 * A table that scrolls by itself where the window is narrow.
 *
 * @param {string} caption
 * @param {string[]} heads
 * @param {any[][]} rows the first cell of each names it; numbers stand to the right
 * @param {boolean} [headed] whether a heading says what the caption says
 */
export function table(caption, heads, rows, headed = false) {
	const numbers = heads.map((_, i) => i > 0 && rows.every((row) => isNumber(row[i])));
	const side = (/** @type {number} */ i) => (numbers[i] ? 'number' : null);
	const row = (/** @type {any[]} */ cells) =>
		make('tr', {}, ...cells.map((cell, i) => make(i ? 'td' : 'th', { class: side(i), scope: i ? null : 'row' }, ...[cell].flat())));
	return make(
		'div',
		{ class: 'table', tabindex: 0, role: 'region', 'aria-label': caption },
		make(
			'table',
			{},
			make('caption', {}, make('span', { class: headed ? 'hidden' : null }, caption)),
			make('thead', {}, make('tr', {}, ...heads.map((head, i) => make('th', { scope: 'col', class: side(i) }, head)))),
			make('tbody', {}, ...rows.map(row)),
		),
	);
}

/** Gives text as a file to keep. */
export function download(/** @type {string} */ name, /** @type {BlobPart} */ text, /** @type {string} */ type) {
	const href = URL.createObjectURL(new Blob([text], { type }));
	make('a', { href, download: name }).click();
	// the browser reads it after the press
	setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** Waits, unless somebody goes elsewhere meanwhile. */
export const pause = (/** @type {number} */ ms, /** @type {AbortSignal} */ signal) =>
	new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			reject(signal.reason);
		});
	});

/** How far something has come. */
export const progress = (/** @type {number} */ done, /** @type {number} */ total, /** @type {string[]} */ what) =>
	make(
		'p',
		{ class: 'progress' },
		make('progress', { max: total || 1, value: done, 'aria-label': words.progress }),
		' ',
		fill(words.of, done, count(total, what)),
	);
