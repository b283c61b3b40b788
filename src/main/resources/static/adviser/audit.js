// @ts-check
import { page } from './api.js';
import { make } from './dom.js';
import { count, fill, moment } from './format.js';
import { days, field, filterForm, orProblem, pages, results, table } from './parts.js';
import { words } from './words.js';

const w = words.audit;

/**
 * Who did what in the adviser interface, newest first.
 *
 * @param {import('./parts.js').Place} place
 * @returns {Promise<import('./parts.js').Screen>}
 */
export async function auditScreen(place) {
	const { query, signal, say } = place;
	return {
		title: w.title,
		content: [
			make('p', { class: 'lead' }, w.lead),
			filterForm(
				'audit',
				place,
				...days(query),
				field(w.who, make('input', { name: 'who', autocomplete: 'off', spellcheck: 'false', value: query.get('who') })),
			),
			...(await orProblem(signal, async () => {
				const parameters = new URLSearchParams(query);
				parameters.set('limit', '50');
				const { items, after } = await page('api/audit', parameters, signal);
				const told = items.length
					? fill(query.get('after') || after ? w.foundHere : w.found, count(items.length, words.entryCount))
					: w.none;
				say(told);
				return [
					results(told),
					items.length > 0 &&
						table(
							w.title,
							[w.at, w.who, w.action, w.target, w.status],
							items.map((/** @type {any} */ { at, who, action, target, status }) => [
								moment(at),
								who,
								words.audit.actions[action] || make('code', {}, action),
								subject(action, target),
								String(status),
							]),
							true,
						),
					pages('audit', query, after),
				];
			})),
		],
	};
}

/** What it was about, where that can still be looked at. */
const subject = (/** @type {string} */ action, /** @type {string | null} */ target) =>
	target && /^GET .*conversations/.test(action) ? make('a', { href: '#/conversations/' + target }, target) : target || '–';
