// @ts-check
import { changedWords, marked } from './changes.js';
import { bar } from './charts.js';
import { make } from './dom.js';
import { fill, milliseconds, named, percent } from './format.js';
import { facts, tag } from './parts.js';
import { words } from './words.js';

const w = words.trace;

/** How many candidates are shown before the others are asked for. */
const FEW = 5;

/**
 * The way to an answer, for reading from top to bottom: what was understood, what was considered,
 * what decided, and how long each took.
 *
 * @param {any} trace
 * @param {string} question as it was typed
 */
export function traceView(trace, question) {
	const { understanding = {}, judging = [], decision = {}, timings = {} } = trace;
	return make(
		'div',
		{ class: 'trace' },
		make('h4', {}, w.understood),
		...understood(understanding, question),
		...judging.flatMap((/** @type {any} */ judged, /** @type {number} */ i) =>
			considered(judged, decision, judging.length > 1 ? i + 1 : 0, understanding.question),
		),
		make('h4', {}, w.decided),
		...decided(decision),
		make('h4', {}, w.time),
		...times(timings.microseconds || {}),
	);
}

function understood(/** @type {any} */ { question: read, act, language, queries = [] }, /** @type {string} */ typed) {
	const mended = read && read !== typed;
	/** @type {any[]} */
	const message = [
		[w.typed, mended && marked(changedWords(typed, read)[0], 'del')],
		[w.read, mended ? marked(changedWords(typed, read)[1], 'ins') : read],
		[w.language, language],
		act && [w.act, fill(w.sure, named(words.acts, act.name), percent(act.probability))],
	];
	if (queries.length < 2) {
		return [facts(...message, ...(queries.length ? query(queries[0]) : []))];
	}
	return [
		facts(...message),
		make('p', {}, fill(w.several, queries.length)),
		...queries.map((/** @type {any} */ each, /** @type {number} */ i) =>
			make('div', { class: 'part' }, make('h5', {}, fill(w.part, i + 1)), facts([w.asked, each.text], ...query(each))),
		),
	];
}

/** What was made of one thing asked. @returns {any[]} */
const query = (/** @type {any} */ { after = [], nation, nationFrom, concepts = [], figuresQuoted = [], intents = [] }) => [
	[w.after, after.length > 0 && make('ol', { class: 'said' }, ...after.map((/** @type {string} */ said) => make('li', {}, said)))],
	[w.nation, fill(w.nationFrom, nation === 'unknown' ? w.unknown : named(words.nations, nation), named(words.nationFrom, nationFrom))],
	[w.concepts, concepts.join(', ') || w.noConcepts],
	[w.figures, figuresQuoted.join(', ')],
	[
		w.intents,
		intents.length > 0 &&
			make(
				'ul',
				{ class: 'likely' },
				...likely(intents).map(({ name, probability }) =>
					make('li', {}, bar(probability), make('span', { class: 'number' }, percent(probability)), make('span', {}, name)),
				),
			),
	],
];

/** The likeliest, and what else is worth a look. */
const likely = (/** @type {any[]} */ intents) => intents.slice(0, 3).filter(({ probability }, i) => !i || probability >= 0.02);

function considered(
	/** @type {any} */ { query, answered, candidates },
	/** @type {any} */ decision,
	/** @type {number} */ n,
	/** @type {string} */ read,
) {
	const from = decision.from;
	const rest = make('ol', { class: 'candidates', hidden: true, start: FEW + 1 }, ...candidates.slice(FEW).map(candidate));
	const more = make(
		'button',
		{
			type: 'button',
			class: 'chip',
			'aria-expanded': 'false',
			onclick: () => more.setAttribute('aria-expanded', String(!(rest.hidden = !rest.hidden))),
		},
		fill(w.more, candidates.length - FEW),
	);
	return [
		make('h4', {}, n ? fill(w.consideredPart, n) : w.considered),
		query !== read && facts([w.judgedAs, query]),
		make(
			'div',
			{ class: 'answered' },
			make('p', {}, make('strong', {}, percent(answered)), ' ', w.answered),
			bar(answered, from ? from.answer : null),
			from && make('p', { class: 'hint' }, fill(w.from, percent(from.answer), percent(from.maybe))),
		),
		candidates.length ? make('ol', { class: 'candidates' }, ...candidates.slice(0, FEW).map(candidate)) : make('p', {}, w.nothing),
		candidates.length > FEW && more,
		candidates.length > FEW && rest,
	];
}

/** A statement or an editors' answer, with the words that were judged. */
function candidate(/** @type {any} */ { candidate: id, probability, text, about, kept, why }) {
	const [source] = id.split('#');
	const statement = id.includes('#');
	// a statement is judged with its title and heading before it, an editors' answer with what it is about
	const at = statement && about ? text.indexOf(about + ': ') + about.length : text.indexOf(': ');
	return make(
		'li',
		{ class: kept ? 'kept' : null },
		make(
			'p',
			{ class: 'judged' },
			bar(probability),
			make('strong', { class: 'number' }, percent(probability)),
			why && tag(why, kept ? 'answered' : 'dropped'),
		),
		make('p', {}, text.slice(at > 1 ? at + 2 : 0)),
		make(
			'p',
			{ class: 'hint' },
			statement ? make('a', { href: '#/sources/' + encodeURIComponent(source) }, id) : fill(w.editors, id.replace(/\/\d+$/, '')),
			at > 1 && ' · ' + text.slice(0, at),
		),
	);
}

const decided = (/** @type {any} */ { rule, parts = [] }) => [
	make('p', { class: 'rule' }, ruleWords(rule)),
	parts.length > 0 && make('ol', {}, ...parts.map((/** @type {string} */ part) => make('li', {}, ruleWords(part)))),
];

/** What a rule says, with its name for those who look it up. */
function ruleWords(/** @type {string} */ rule = '') {
	const [name, act] = rule.split(': ');
	const told = words.rules[name];
	return make(
		'span',
		{},
		told ? fill(told, named(words.acts, act)) : rule,
		told && ' ',
		told && make('span', { class: 'hint' }, fill(w.rule, rule)),
	);
}

function times(/** @type {Record<string, number>} */ microseconds) {
	const entries = Object.entries(microseconds);
	const total = entries.reduce((sum, [, each]) => sum + each, 0);
	return [
		make(
			'ul',
			{ class: 'likely' },
			...entries.map(([stage, each]) =>
				make(
					'li',
					{},
					bar(total ? each / total : 0),
					make('span', { class: 'number' }, milliseconds(each / 1000)),
					make('span', {}, named(words.stages, stage)),
				),
			),
		),
		make('p', { class: 'hint' }, fill(w.total, milliseconds(total / 1000))),
	];
}
