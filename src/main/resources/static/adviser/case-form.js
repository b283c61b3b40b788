// @ts-check
import { post } from './api.js';
import { disclosure, make } from './dom.js';
import { fill } from './format.js';
import { field, problemBox, select } from './parts.js';
import { words } from './words.js';

const w = words.caseForm;

/** Every figure and sign as it stands: what is typed here are words, and a case holds patterns. */
const pattern = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const lines = (/** @type {string} */ text) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map(pattern);

/**
 * What an answer should have been, kept as a case that evaluations try from then on. The turns before
 * it have to end as they did.
 *
 * @param {import('./try.js').Tried[]} turns the last one is wrong
 */
export function caseForm(turns) {
	const last = /** @type {import('./try.js').Tried} */ (turns.at(-1));
	const outcome = select({}, Object.entries(words.outcomes), last.answer.outcome === 'ANSWERED' ? 'ANSWERED' : '');
	const must = make('textarea', { rows: 2 });
	const never = make('textarea', { rows: 2 });
	const source = make('input', { list: 'case-sources', autocomplete: 'off', spellcheck: 'false' });
	const kind = select({}, Object.entries(words.kinds), turns.length > 1 ? 'followup' : 'fact');
	const note = make('textarea', { rows: 2, maxlength: 2000 });
	const told = make('div');

	async function save(/** @type {Event} */ event) {
		event.preventDefault();
		told.replaceChildren();
		if (outcome.value === last.answer.outcome && ![must, never, source].some((each) => each.value.trim())) {
			told.replaceChildren(make('p', { class: 'problem', role: 'alert' }, w.nothingWrong));
			must.focus();
			return;
		}
		try {
			const { id } = await post('api/cases', { case: theCase(), note: note.value.trim() || undefined });
			form.replaceChildren(
				make('p', { class: 'done', role: 'status', tabindex: -1 }, w.saved, ' ', make('a', { href: '#/evaluate' }, w.toEvaluate)),
			);
			form.dataset.id = id;
			form.firstElementChild.focus();
		} catch (ex) {
			told.replaceChildren(problemBox(ex));
			told.firstElementChild.focus();
		}
	}

	function theCase() {
		/** @type {Record<string, any>} */
		const expect = { outcome: [outcome.value] };
		const all = lines(must.value);
		const none = lines(never.value);
		const sources = source.value.split(/[\s,]+/).filter(Boolean);
		if (all.length) {
			expect.all = all;
		}
		if (none.length) {
			expect.none = none;
		}
		if (sources.length) {
			expect.source = sources;
		}
		return {
			id: 'adviser-' + crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, '0'),
			kind: kind.value,
			turns: turns.map(({ question, nation, answer }, i) => ({
				user: question,
				nation: nation || null,
				expect: i === turns.length - 1 ? expect : { outcome: [answer.outcome] },
			})),
		};
	}

	const form = make(
		'form',
		{ class: 'case', onsubmit: save },
		make('p', {}, fill(w.lead, last.question)),
		make('div', { class: 'fields' }, field(w.outcome, outcome), field(w.kind, kind)),
		field(w.must, must, w.mustHint),
		field(w.never, never, w.neverHint),
		field(w.source, source, w.sourceHint),
		make('datalist', { id: 'case-sources' }, ...sourcesIn(last.answer).map((value) => make('option', { value }))),
		field(w.note, note, w.noteHint),
		told,
		make('p', { class: 'actions' }, make('button', { class: 'main' }, w.save)),
	);
	return make('div', { class: 'wrong' }, disclosure(w.open, form), form);
}

/** The sources that were cited or considered. */
function sourcesIn(/** @type {any} */ { citations, trace }) {
	const considered = (trace?.judging || []).flatMap((/** @type {any} */ { candidates }) =>
		candidates.map((/** @type {any} */ each) => each.candidate),
	);
	const ids = considered.filter((/** @type {string} */ id) => id.includes('#')).map((/** @type {string} */ id) => id.split('#')[0]);
	return [...new Set([...citations.map((/** @type {any} */ citation) => citation.source), ...ids])];
}
