// @ts-check
import { outcomeTag } from './answer.js';
import { all, get, post, send } from './api.js';
import { changedWords, marked } from './changes.js';
import { button, make } from './dom.js';
import { casesFields } from './evaluate.js';
import { count, fill, nations } from './format.js';
import { field, orProblem, problemBox, progress, results, select, tag } from './parts.js';
import { follow } from './run.js';
import { problemList } from './sources.js';
import { words } from './words.js';

const w = words.compare;

/**
 * Which answers a changed folder would change, before it is published; `#/compare/ID` is one comparison.
 *
 * @param {import('./parts.js').Place} place
 * @returns {Promise<import('./parts.js').Screen>}
 */
export async function compareScreen(place) {
	return place.id ? oneComparison(place) : begin(place);
}

/** @returns {Promise<import('./parts.js').Screen>} */
async function begin(/** @type {import('./parts.js').Place} */ { signal, go }) {
	return {
		title: w.title,
		content: [
			make('p', { class: 'lead' }, w.lead),
			...(await orProblem(signal, async () => {
				const drafts = await all('api/drafts', signal);
				if (!drafts.length) {
					return [make('p', {}, w.noDrafts), make('p', { class: 'hint' }, w.where)];
				}
				const draft = select(
					{},
					drafts.map((/** @type {string} */ name) => [name, name]),
				);
				const cases = casesFields();
				const told = make('div');
				return [
					make(
						'form',
						{
							class: 'ask',
							async onsubmit(/** @type {Event} */ event) {
								event.preventDefault();
								told.replaceChildren();
								try {
									const begun = await post('api/comparisons', { draft: draft.value, ...(await cases.chosen()) }, signal);
									go('#/compare/' + begun.id);
								} catch (ex) {
									told.replaceChildren(problemBox(ex));
								}
							},
						},
						field(w.draft, draft, w.where),
						cases.node,
						told,
						make('p', { class: 'actions' }, make('button', { class: 'main' }, w.go)),
					),
				];
			})),
		],
	};
}

/** @returns {Promise<import('./parts.js').Screen>} */
async function oneComparison(/** @type {import('./parts.js').Place} */ { id, signal, say }) {
	const path = 'api/comparisons/' + encodeURIComponent(id);
	const content = make('div');
	const first = await get(path, signal);
	draw(first);

	function draw(/** @type {any} */ comparison) {
		content.replaceChildren(
			...(comparison.finished
				? finished(comparison)
				: [
						progress(comparison.done, comparison.total, words.caseCount),
						button(words.evaluate.cancel, () => send(path, { method: 'DELETE', signal }).catch((ex) => content.append(problemBox(ex)))),
					]),
		);
	}

	return {
		title: first.draft ? fill(w.one, first.draft) : w.title,
		content: [make('p', {}, make('a', { href: '#/compare' }, w.again)), content],
		shown: () => first.finished || follow(path, signal, draw, (done) => say(done.state === 'FAILED' ? w.failed : summary(done)), content),
	};
}

const summary = (/** @type {any} */ { changes, unchanged }) =>
	changes.length ? fill(w.result, count(changes.length, words.answerChanges), unchanged) : fill(w.same, unchanged);

function finished(/** @type {any} */ { state, problems = [], statements = {}, changes = [], unchanged = 0 }) {
	const { added = [], removed = [], changed = [] } = statements;
	return [
		problems.length > 0 && make('h2', {}, w.problems),
		problemList(problems),
		results(state === 'FAILED' ? w.failed : state === 'CANCELLED' ? w.stopped : summary({ changes, unchanged })),
		...changes.map(change),
		make('h2', {}, w.statements),
		added.length + removed.length + changed.length ? null : make('p', {}, w.noStatements),
		...stated(fill(w.added, added.length), added, 'ins'),
		...stated(fill(w.removed, removed.length), removed, 'del'),
		changed.length > 0 && make('h3', {}, fill(w.changed, changed.length)),
		changed.length > 0 &&
			make(
				'ul',
				{ class: 'statements' },
				...changed.map((/** @type {any} */ { id, before, after }) =>
					make(
						'li',
						{},
						make('span', { class: 'hint' }, id),
						beforeAfter(
							make('p', {}, ...marked(changedWords(before, after)[0], 'del')),
							make('p', {}, ...marked(changedWords(before, after)[1], 'ins')),
						),
					),
				),
			),
	].filter(Boolean);
}

const stated = (/** @type {string} */ title, /** @type {any[]} */ list, /** @type {'ins' | 'del'} */ as) =>
	list.length
		? [
				make('h3', {}, title),
				make(
					'ul',
					{ class: 'statements' },
					...list.map((each) => make('li', {}, make(as, {}, each.text || ''), ' ', make('span', { class: 'hint' }, each.id || each))),
				),
			]
		: [];

function change(/** @type {any} */ { case: name, turn, question, nation, before, after, because = [] }) {
	const [left, right] = changedWords(before.text, after.text);
	return make(
		'section',
		{ class: 'turn' },
		make('h3', { class: 'question' }, question),
		make('p', { class: 'hint' }, fill(w.inCase, name, turn), nation && ' · ' + nations([nation])),
		beforeAfter(side(before, left, 'del'), side(after, right, 'ins')),
		because.length > 0 && make('p', {}, w.because, ' ', because.join(', ')),
	);
}

const side = (
	/** @type {any} */ { outcome, citations = [] },
	/** @type {{ text: string, changed: boolean }[]} */ parts,
	/** @type {'ins' | 'del'} */ as,
) =>
	make(
		'div',
		{},
		make('p', { class: 'tags' }, outcomeTag(outcome)),
		make('p', { class: 'lines' }, ...marked(parts, as)),
		citations.length > 0 &&
			make(
				'p',
				{ class: 'hint' },
				fill(w.cites, [...new Set(citations.map((/** @type {any} */ citation) => citation.source || citation))].join(', ')),
			),
	);

const beforeAfter = (/** @type {Node} */ before, /** @type {Node} */ after) =>
	make(
		'div',
		{ class: 'columns' },
		make('div', { class: 'card' }, make('p', { class: 'label' }, w.before), before),
		make('div', { class: 'card' }, make('p', { class: 'label' }, w.after), after),
	);
