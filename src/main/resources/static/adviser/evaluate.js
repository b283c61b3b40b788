// @ts-check
import { get, page, post, send } from './api.js';
import { bar } from './charts.js';
import { button, make } from './dom.js';
import { count, fill, moment, named, percent } from './format.js';
import { download, field, orProblem, problemBox, table, tag } from './parts.js';
import { oneRun, share } from './run.js';
import { words } from './words.js';

const w = words.evaluate;

/**
 * Tries a set of conversations and shows how many pass; `#/evaluate/ID` is one run.
 *
 * @param {import('./parts.js').Place} place
 * @returns {Promise<import('./parts.js').Screen>}
 */
export async function evaluateScreen(place) {
	return place.id ? oneRun(place) : runs(place);
}

/** What can be run: the cases saved here, or a file of such cases. */
export function casesFields() {
	const file = make('input', { type: 'file', accept: '.jsonl,.json,application/x-ndjson' });
	return {
		node: field(w.file, file, w.fileHint),
		/** What the server is to try. */
		chosen: async () => (file.files?.length ? { jsonl: await file.files[0].text() } : { cases: 'saved' }),
	};
}

/** @returns {Promise<import('./parts.js').Screen>} */
async function runs(/** @type {import('./parts.js').Place} */ { signal, go, say }) {
	const cases = casesFields();
	const told = make('div');

	async function start(/** @type {Event} */ event) {
		event.preventDefault();
		told.replaceChildren();
		try {
			go('#/evaluate/' + (await post('api/evaluations', await cases.chosen(), signal)).id);
		} catch (ex) {
			told.replaceChildren(problemBox(ex));
		}
	}

	return {
		title: w.title,
		content: [
			make('p', { class: 'lead' }, w.lead),
			make(
				'form',
				{ class: 'ask', onsubmit: start },
				cases.node,
				told,
				make('p', { class: 'actions' }, make('button', { class: 'main' }, w.run)),
			),
			...(await orProblem(signal, async () => {
				const last = await get('api/evaluations', signal);
				return [
					make('h2', {}, w.lastRuns),
					last.length
						? table(
								w.lastRuns,
								[w.started, w.by, w.passed, w.share],
								last.map((/** @type {any} */ run) => [
									make('a', { href: '#/evaluate/' + run.id }, moment(run.started)),
									run.by,
									fill(words.of, run.passed, count(run.total, words.caseCount)),
									run.finished ? [bar(share(run)), ' ', percent(share(run))] : w.unfinished,
								]),
								true,
							)
						: make('p', {}, w.noRuns),
				];
			})),
			...(await orProblem(signal, () => saved(signal, say))),
		],
	};
}

/** The cases that advisers have kept. */
async function saved(/** @type {AbortSignal} */ signal, /** @type {(text: string) => void} */ say) {
	const { items } = await page('api/cases', new URLSearchParams(), signal);
	const told = make('div');
	const list = make('ul', { class: 'rows' }, ...items.map(item));

	function item(/** @type {any} */ { id, saved, by, note, case: kept }) {
		const node = make(
			'li',
			{},
			make('p', {}, make('q', {}, kept.turns.at(-1).user), ' ', tag(named(words.kinds, kept.kind))),
			make('p', { class: 'hint' }, [fill(w.savedBy, moment(saved), by), expected(kept.turns.at(-1).expect)].filter(Boolean).join(' · ')),
			note && make('p', {}, note),
			button(w.remove, remove, { 'aria-label': w.remove + ': ' + kept.turns.at(-1).user }),
		);
		async function remove() {
			try {
				await send('api/cases/' + id, { method: 'DELETE', signal });
				node.remove();
				say(w.removed);
			} catch (ex) {
				told.replaceChildren(problemBox(ex));
			}
		}
		return node;
	}

	async function save() {
		try {
			const response = await send('api/cases.jsonl', { accept: '*/*', signal });
			download('cases.jsonl', await response.blob(), 'application/x-ndjson');
		} catch (ex) {
			told.replaceChildren(problemBox(ex));
		}
	}

	return [
		make('h2', {}, items.length ? fill(w.saved, count(items.length, words.caseCount)) : w.noneSaved),
		items.length > 0 && make('p', {}, button(w.downloadCases, save)),
		!items.length && make('p', {}, w.howToSave),
		told,
		list,
	];
}

/** What a case wants of an answer, in a line. */
const expected = (/** @type {any} */ expect) =>
	expect &&
	[
		(expect.outcome || []).map((/** @type {string} */ outcome) => named(words.outcomes, outcome)).join(' / '),
		expect.all && fill(w.says, expect.all.join(', ')),
		expect.none && fill(w.saysNot, expect.none.join(', ')),
		expect.source && fill(w.cites, expect.source.join(', ')),
	]
		.filter(Boolean)
		.join('; ');
