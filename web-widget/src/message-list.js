// @ts-check
import { answerView } from './answer-view.js';
import { conversationRecord } from './conversation-record.js';
import { make } from './dom.js';
import { fill } from './words.js';

/**
 * The conversation on screen, and apart from it what a screen reader is told: each finished sentence
 * of an answer to this visitor once, never what a reload or another window brings back.
 *
 * @param {Record<string, string>} words
 * @param {object} act
 * @param {(question: string, options?: { nation?: string, force?: boolean }) => boolean} act.ask gives whether it was accepted
 * @param {(turn: number) => void} act.stop
 * @param {(turn: number, value: number, why?: string) => void} act.rate
 * @param {(article: HTMLElement, anew: boolean) => void} act.follow keeps the article in sight, which `anew` begins with
 */
export function messageList(words, act) {
	const node = make('div');
	const log = make('div', { role: 'log', class: 'hidden' });
	const status = make('p', { role: 'status', class: 'hidden' });
	const { turns, add } = conversationRecord();
	/** @type {Map<string | number, ReturnType<typeof answerView>>} */
	const views = new Map();
	/** @type {ReturnType<typeof answerView> | undefined} */
	let newest;
	let running = 0;
	/** A question that was not on screen before. @type {ReturnType<typeof answerView> | undefined} */
	let fresh;
	/** What was stopped before the server said that it has it. */
	let withdrawn = '';

	/** Tells a status message; a `notice` is shown as well. */
	const say = (/** @type {string} */ text, notice = false) => {
		status.className = notice ? 'line' : 'hidden';
		status.textContent = text;
	};

	/** @param {import('./conversation-record.js').Ask} ask */
	function show({ id, q }) {
		let view = views.get(id);
		if (!view) {
			view = answerView(q, words, {
				ask: act.ask,
				say,
				rate: (value, why) => act.rate(turnOf(id), value, why),
			});
			newest?.settleDown();
			newest = fresh = view;
			views.set(id, view);
			node.append(view.node);
		}
		return view;
	}

	function follow(/** @type {ReturnType<typeof answerView>} */ view) {
		act.follow(view.node, fresh === view);
		fresh = undefined;
	}

	/** Shows why a question was not answered, and asks it anew at a press where that may help. */
	function unanswered(/** @type {any} */ ask, /** @type {string} */ text, label = words.again) {
		const view = show(ask);
		view.state(text, label, () => act.ask(ask.q, ask) && view.node.remove());
		follow(view);
		say(text);
		return view;
	}

	const turnOf = (/** @type {string} */ id) => [...turns.values()].find((turn) => turn.id === id)?.turn || 0;

	return {
		node,
		log,
		status,
		say,
		turns,
		/** The turn that is being answered, or 0. */
		running: () => running,
		/** Shows a question that waits to be sent, or to be sent again; the same text again is no news. */
		waiting(/** @type {any} */ ask, /** @type {string} */ text, /** @type {() => void} */ withdraw) {
			const view = show(ask);
			view.state(text, words.stop, () => {
				withdraw();
				withdrawn = ask.id;
				unanswered(ask, words.cancelled).node.querySelector('.progress button').focus();
			});
			if (status.textContent !== text) {
				follow(view);
				say(text);
			}
		},
		/** Puts the focus on the newest question. */
		focus: () => newest?.node.firstElementChild.focus({ preventScroll: true }),
		/** @param {any} frame @param {any} [request] the request of this page that it belongs to */
		apply(frame, request) {
			const turn = add(frame);
			if (frame.t === 'turn') {
				const view = show(frame);
				views.set(frame.turn, view);
				running = frame.turn;
				view.state(words.looking, words.stop, () => act.stop(frame.turn));
				if (frame.id === withdrawn) {
					act.stop(frame.turn);
				}
			}
			const view = views.get(frame.turn);
			if (!turn || !view) {
				return;
			}
			if (frame.t === 'text') {
				view.text(frame);
				if (request) {
					log.append(
						make('p', {}, frame.kind === 'note' && words.note + ' ', make('span', { lang: 'en' }, frame.text)),
					);
				}
			} else if (frame.t === 'src') {
				view.source(frame);
			} else if (frame.t === 'opt') {
				view.option(frame);
			} else if (frame.t === 'rated') {
				view.rated();
			} else if (frame.t === 'end') {
				running = 0;
				view.end(frame, turn);
				if (request) {
					const { length } = turn.sources;
					say(words[frame.why] || (length ? fill(words.endedSources, length) : words.ended));
				}
			}
			if (request && frame.t !== 'rated') {
				follow(view);
			}
		},
		unanswered,
		/** Warns that an answer, which comes all the same, will not be there again. */
		unsaved(/** @type {any} */ ask, /** @type {string} */ text) {
			show(ask).node.append(make('p', { class: 'note' }, text));
			log.append(make('p', {}, text));
		},
		clear() {
			turns.clear();
			views.clear();
			node.replaceChildren();
			log.replaceChildren();
			newest = undefined;
			running = 0;
		},
	};
}
