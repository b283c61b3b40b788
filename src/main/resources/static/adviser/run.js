// @ts-check
import { answerView } from './answer.js';
import { all, get, send } from './api.js';
import { bar } from './charts.js';
import { button, make } from './dom.js';
import { count, fill, moment, named, percent } from './format.js';
import { pause, problemBox, progress, results, table, tag } from './parts.js';
import { traceView } from './trace.js';
import { words } from './words.js';

const w = words.evaluate;

/** How many of the cases passed, of a run or of a kind. */
export const share = (/** @type {any} */ { passed, total, cases = total }) => (cases ? passed / cases : 0);

/** What saved cases ask, by their ids, which say little. Without it the ids are shown. */
async function caseNames(/** @type {AbortSignal} */ signal) {
	const cases = await all('api/cases', signal).catch(() => []);
	return new Map(cases.map((/** @type {any} */ { case: each }) => [each.id, each.turns.at(-1).user]));
}

/** One run, looked at until it has finished. @returns {Promise<import('./parts.js').Screen>} */
export async function oneRun(/** @type {import('./parts.js').Place} */ { id, signal, say }) {
	const path = 'api/evaluations/' + encodeURIComponent(id);
	const content = make('div');
	const [first, names] = await Promise.all([get(path, signal), caseNames(signal)]);
	draw(first);

	function draw(/** @type {any} */ run) {
		content.replaceChildren(
			...(run.finished
				? finished(run, names)
				: [
						progress(run.done, run.total, words.caseCount),
						button(w.cancel, () => send(path, { method: 'DELETE', signal }).catch((ex) => content.append(problemBox(ex)))),
					]),
		);
	}

	return {
		title: fill(w.one, moment(first.started)),
		content: [make('p', {}, make('a', { href: '#/evaluate' }, w.all), first.by && ' · ' + fill(w.startedBy, first.by)), content],
		shown: () =>
			first.finished ||
			follow(path, signal, draw, (/** @type {any} */ run) => say(fill(w.done, run.passed, count(run.total, words.caseCount))), content),
	};
}

/** Looks again and again until a run has finished. */
export async function follow(
	/** @type {string} */ path,
	/** @type {AbortSignal} */ signal,
	/** @type {(run: any) => void} */ draw,
	/** @type {(run: any) => void} */ done,
	/** @type {HTMLElement} */ content,
) {
	try {
		for (let run; !run?.finished;) {
			await pause(700, signal);
			run = await get(path, signal);
			draw(run);
			if (run.finished) {
				done(run);
			}
		}
	} catch (ex) {
		if (!signal.aborted) {
			content.replaceChildren(problemBox(ex));
		}
	}
}

function finished(/** @type {any} */ run, /** @type {Map<string, string>} */ names) {
	const { before } = run;
	return [
		results(fill(w.result, run.passed, count(run.total, words.caseCount), percent(share(run)))),
		run.done < run.total && make('p', {}, fill(w.stopped, run.done)),
		table(
			w.kinds,
			[w.kind, w.passed, w.share],
			run.kinds.map((/** @type {any} */ kind) => [
				named(words.kinds, kind.kind),
				fill(words.of, kind.passed, kind.cases),
				[bar(share(kind)), ' ', percent(share(kind))],
			]),
		),
		before && make('h2', {}, w.against),
		before &&
			make(
				'p',
				{},
				make('a', { href: '#/evaluate/' + before.id }, w.lastRun),
				': ',
				fill(words.of, before.passed, count(before.total, words.caseCount)),
			),
		before && caseList(w.newlyFailing, before.newlyFailing, 'low', names),
		before && caseList(w.newlyPassing, before.newlyPassing, 'answered', names),
		make('h2', {}, run.misses.length ? count(run.misses.length, words.missCount) : w.noMisses),
		...run.misses.map(miss),
	].filter(Boolean);
}

const caseList = (
	/** @type {string} */ title,
	/** @type {string[]} */ cases = [],
	/** @type {string} */ kind,
	/** @type {Map<string, string>} */ names,
) =>
	make(
		'div',
		{},
		make('h3', {}, title, ' ', tag(String(cases.length), cases.length ? kind : '')),
		cases.length > 0 && make('ul', {}, ...cases.map((each) => make('li', {}, names.get(each) || each))),
	);

const miss = (/** @type {any} */ { case: name, kind, turns }) =>
	make(
		'details',
		{ class: 'miss' },
		make('summary', {}, turns.at(-1)?.question || name, ' ', tag(named(words.kinds, kind)), ' ', make('span', { class: 'hint' }, name)),
		...turns.map((/** @type {any} */ { question, answer, expected, failed = [] }) =>
			make(
				'div',
				{},
				make('h3', { class: 'question' }, question),
				make('p', {}, make('strong', {}, w.expected), ' ', expected),
				failed.length > 0 &&
					make('ul', { class: 'problems' }, ...failed.map((/** @type {string} */ what) => make('li', {}, tag(w.missed, 'low'), ' ', what))),
				answer &&
					make(
						'div',
						{ class: 'columns' },
						make('section', {}, make('h4', {}, words.try.asVisitor), answerView(answer)),
						answer.trace && make('section', {}, make('h4', {}, words.try.why), traceView(answer.trace, question)),
					),
			),
		),
	);
