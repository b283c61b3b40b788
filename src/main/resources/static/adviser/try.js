// @ts-check
import { answerView, outcomeTag } from './answer.js';
import { get, post } from './api.js';
import { caseForm } from './case-form.js';
import { button, composes, make } from './dom.js';
import { count, fill } from './format.js';
import { choices, field, problemBox, select } from './parts.js';
import { traceView } from './trace.js';
import { words } from './words.js';

const w = words.try;

/**
 * Conversations tried on this page, with their traces, which the server does not keep.
 *
 * @type {Map<string, Tried[]>}
 */
const tried = new Map();

/** @typedef {{ question: string, nation: string, date: string, answer: any }} Tried */

/** What a nation and day were last set to. */
const kept = { nation: '', date: '' };

/**
 * Asks as a visitor would, and shows why the answer came out as it did. `?c=ID` goes on with a
 * conversation tried before; `?from=ID&turn=3` asks what a visitor asked, after the turns before it.
 *
 * @param {import('./parts.js').Place} place
 * @returns {Promise<import('./parts.js').Screen>}
 */
export async function tryScreen({ query, signal, say, go }) {
	let conversation = query.get('c') || '';
	/** @type {Tried[]} */
	let turns = conversation ? tried.get(conversation) || (await storedTurns(conversation, signal)) : [];
	let asking = false;

	const question = make('textarea', {
		rows: 2,
		maxlength: 500,
		onkeydown(/** @type {KeyboardEvent} */ event) {
			if (event.key === 'Enter' && !event.shiftKey && !composes(event)) {
				event.preventDefault();
				form.requestSubmit();
			}
		},
	});
	const nation = select({}, choices(w.anyNation, words.nations), kept.nation);
	const day = make('input', { type: 'date', value: kept.date });
	const problem = make('div');
	const newest = make('div');
	const earlier = make('div');
	const anew = make('a', { href: '#/try', hidden: true }, w.anew);
	const form = make(
		'form',
		{
			class: 'ask',
			onsubmit(/** @type {Event} */ event) {
				event.preventDefault();
				ask(question.value.trim());
			},
		},
		field(w.question, question, w.questionHint),
		make('div', { class: 'fields' }, field(w.nation, nation, w.nationHint), field(w.day, day, w.dayHint)),
		make('p', { class: 'actions' }, make('button', { class: 'main' }, w.ask), anew),
	);

	/** Asks one question after the other; the last answer is what is read. */
	async function askAll(/** @type {{ question: string, nation?: string | null }[]} */ questions) {
		if (asking) {
			return;
		}
		asking = true;
		newest.closest('main')?.setAttribute('aria-busy', 'true');
		problem.replaceChildren();
		kept.nation = nation.value;
		kept.date = day.value;
		try {
			for (const [i, each] of questions.entries()) {
				say(questions.length > 1 ? fill(w.askingOf, i + 1, questions.length) : w.asking);
				const answer = await post(
					'api/answers?explain=true',
					{
						question: each.question,
						conversation: conversation || undefined,
						nation: each.nation || undefined,
						date: day.value || undefined,
					},
					signal,
				);
				conversation = answer.conversation;
				turns.push({ question: each.question, nation: each.nation || '', date: day.value, answer });
				tried.set(conversation, turns);
			}
			history.replaceState(null, '', '#/try?c=' + conversation);
			question.value = '';
			say(w.answered);
			draw();
			const heading = newest.querySelector('h2');
			heading?.focus({ preventScroll: true });
			heading?.scrollIntoView();
		} catch (ex) {
			if (!signal.aborted) {
				say('');
				problem.replaceChildren(problemBox(ex));
				draw();
				question.focus();
			}
		} finally {
			asking = false;
			newest.closest('main')?.removeAttribute('aria-busy');
		}
	}

	function ask(/** @type {string} */ text) {
		if (text) {
			askAll([{ question: text, nation: nation.value }]);
		} else {
			problem.replaceChildren(make('p', { class: 'problem', role: 'alert' }, w.noQuestion));
			question.focus();
		}
	}

	/** The same questions in a new conversation: after guidance was corrected, say. */
	function askAgain() {
		const questions = turns.map((turn) => ({ question: turn.question, nation: turn.nation }));
		turns = [];
		conversation = '';
		askAll(questions);
	}

	function draw() {
		anew.hidden = !turns.length;
		const last = turns.at(-1);
		newest.replaceChildren(...(last ? turnView(last, turns, ask, askAgain) : []));
		const before = turns.slice(0, -1);
		earlier.replaceChildren(
			...(before.length ? [make('h2', {}, fill(w.earlier, count(before.length, words.turns)))] : []),
			...before.map((turn, i) =>
				make('details', {}, make('summary', {}, fill(w.turn, i + 1, turn.question), ' ', outcomeTag(turn.answer.outcome)), columns(turn)),
			),
		);
	}

	draw();
	const from = query.get('from');
	return {
		title: w.title,
		content: [make('p', { class: 'lead' }, w.lead), form, problem, newest, earlier],
		async shown() {
			if (from) {
				try {
					await askAll(await visitorsTurns(from, Number(query.get('turn')), signal));
				} catch (ex) {
					if (!signal.aborted) {
						problem.replaceChildren(problemBox(ex));
					}
				}
			}
		},
	};
}

/** The newest turn, with what can be done about it. */
const turnView = (
	/** @type {Tried} */ turn,
	/** @type {Tried[]} */ turns,
	/** @type {(question: string) => void} */ ask,
	/** @type {() => void} */ again,
) => [
	make('h2', { tabindex: -1, class: 'question' }, make('span', { class: 'hidden' }, w.asked, ' '), turn.question),
	columns(turn, ask, caseForm(turns), make('p', {}, button(w.again, again))),
];

/** What the visitor reads beside why they read it; the newest is a landmark of the page. */
function columns(
	/** @type {Tried} */ turn,
	/** @type {((question: string) => void) | undefined} */ ask = undefined,
	/** @type {Node[]} */ ...more
) {
	const part = (/** @type {string} */ name, /** @type {Node[]} */ ...content) =>
		make('section', { 'aria-label': ask && name }, make('h3', {}, name), ...content);
	return make(
		'div',
		{ class: 'columns' },
		part(w.asVisitor, answerView(turn.answer, ask), ...more),
		part(w.why, turn.answer.trace ? traceView(turn.answer.trace, turn.question) : make('p', {}, w.noTrace)),
	);
}

/** @returns {Promise<Tried[]>} */
async function storedTurns(/** @type {string} */ id, /** @type {AbortSignal} */ signal) {
	const { turns } = await get('api/conversations/' + encodeURIComponent(id), signal);
	return turns
		.filter((/** @type {any} */ turn) => turn.answer)
		.map((/** @type {any} */ { question, answer }) => ({ question, nation: answer.nation || '', date: '', answer }));
}

/** What a visitor asked up to a turn, each for the nation it was answered for. */
async function visitorsTurns(/** @type {string} */ id, /** @type {number} */ last, /** @type {AbortSignal} */ signal) {
	const { turns } = await get('api/conversations/' + encodeURIComponent(id), signal);
	return turns
		.filter((/** @type {any} */ turn) => turn.turn <= last && turn.question)
		.map((/** @type {any} */ { question, answer }) => ({ question, nation: answer?.nation }));
}
