// @ts-check
import { button, group, hasKeyboard, link, make, safeAddress } from './dom.js';
import { messageList } from './message-list.js';
import { questionForm } from './question-form.js';

/** Whether the panel fills the window, so that what lies behind it must not take the focus. */
export const fillsWindow = () => matchMedia('(max-width:30em),(max-height:30em)').matches;

/**
 * The launcher and the panel it opens. Both lie in the browser's top layer, where no style of the
 * page can cover, clip or move them.
 *
 * @param {Record<string, string>} words
 * @param {object} settings
 * @param {string[]} settings.questions
 * @param {string | null} settings.contact
 * @param {string} settings.privacy
 * @param {string} settings.askPage
 * @param {boolean} settings.inline
 * @param {object} act
 * @param {() => void} act.open
 * @param {() => void} act.close
 * @param {(question: string, options?: { nation?: string, force?: boolean }) => string | undefined} act.ask
 * @param {(turn: number) => void} act.stop
 * @param {(turn: number, value: number, why?: string) => void} act.rate
 * @param {() => void} act.clear
 * @param {() => void} act.download
 */
export function chatPanel(words, { questions, contact, privacy, askPage, inline }, act) {
	const popover = !inline && 'manual';

	/** Where following an answer has scrolled to. @type {Map<Element, number>} */
	const followed = new Map();

	/** Asks on the press of a button, which may be gone by then: the focus goes to the new question. */
	const press = (/** @type {string} */ question, /** @type {any} */ options = undefined) => {
		const reason = act.ask(question, options);
		if (reason) {
			list.say(reason, true);
		} else {
			list.focus();
		}
		return !reason;
	};
	const list = messageList(words, {
		ask: press,
		stop(turn) {
			act.stop(turn);
			rest(true);
		},
		rate: act.rate,
		follow(article, anew) {
			if (anew) {
				room.style.height = '';
			}
			// its end comes into sight, but never at the price of its beginning, nor of where the visitor went meanwhile
			for (const scroller of [dialog, scroll]) {
				if (anew || scroller.scrollTop === followed.get(scroller)) {
					scroller.scrollTop += article.children[0].getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8;
					followed.set(scroller, scroller.scrollTop);
				}
			}
		},
	});
	/** Where the focus goes when there is nothing new to look at. */
	const rest = (still = false) => (hasKeyboard() ? form.focus(still) : scroll.focus({ preventScroll: still }));
	/** On a touch screen the keyboard goes away, as it would cover the answer. */
	const form = questionForm(words, (question) => act.ask(question) || (hasKeyboard() ? form.focus(true) : list.focus()));
	const line = make('p', { class: 'line', role: 'status' });
	const elsewhere = link(askPage, words.askPage, words);
	elsewhere.className = 'main elsewhere';
	elsewhere.hidden = true;
	const starters = group(
		'options',
		words.starters,
		...questions.map((question) => button(question, () => press(question), { lang: 'en' })),
	);
	/** Fills up what a press takes away. */
	const room = make('div');
	const scroll = make(
		'div',
		{ class: 'scroll', role: 'region', tabindex: 0, 'aria-label': words.conversation },
		make('p', {}, words.program),
		make('p', {}, words.covers),
		make('p', {}, link(privacy, words.privacy, words)),
		questions.length > 0 && starters,
		list.node,
		room,
	);
	// an answer in which something is pressed stays where it is, even if less is left below than fills the view
	scroll.addEventListener(
		'click',
		(/** @type {any} */ { target }) => {
			const article = target.closest('article') || target;
			const place = () => article.getBoundingClientRect().top;
			const before = place();
			requestAnimationFrame(() => {
				const moved = article.getClientRects().length && place() - before;
				if (moved > 0) {
					room.style.height = room.offsetHeight + moved + 'px';
					for (const scroller of [dialog, scroll]) {
						scroller.scrollTop += place() - before;
					}
				}
			});
		},
		true,
	);
	/** @type {any} */
	let opener;
	const person = safeAddress(contact);
	const tools = make('div', { class: 'tools' });
	const offer = (refused = false) =>
		tools.replaceChildren(
			...(person
				? [link(person, words.person, words)]
				: refused
					? []
					: [button(words.person, () => press(words.personAsk))]),
			...(refused ? [] : [button(words.download, act.download), button(words.clear, sure)]),
		);
	const sure = () => {
		const keep = button(words.clearNo, () => {
			offer();
			tools.lastElementChild?.focus();
		});
		const clear = () => {
			offer();
			act.clear();
			rest();
		};
		tools.replaceChildren(make('p', {}, words.clearSure), button(words.clearYes, clear), keep);
		keep.focus();
	};
	offer();

	const launcher = button(words.launcher, act.open, { class: 'launcher main', popover, 'aria-haspopup': 'dialog' });
	const dialog = make(
		'dialog',
		{
			class: 'panel',
			hidden: true,
			popover,
			role: inline && 'region',
			'aria-labelledby': 'title',
			// a phone's gesture of going back closes a modal dialog without a key
			oncancel: act.close,
		},
		make('div', { class: 'head' }, make('h2', { id: 'title' }, words.title), !inline && button(words.close, act.close)),
		scroll,
		make('div', { class: 'foot' }, line, elsewhere, list.status, form.node, tools),
		list.log,
	);

	return {
		node: make('section', { class: 'root', lang: words.lang, dir: 'ltr', 'aria-label': words.title }, !inline && launcher, dialog),
		list,
		form,
		/** Shows the launcher, once the node is in the page. */
		begin: () => launcher.isConnected && launcher.showPopover?.(),
		/** @param {boolean} [focus] whether the visitor asked for it */
		show(focus) {
			dialog.hidden = false;
			launcher.hidden = true;
			if (!inline) {
				if (dialog.open) {
					dialog.close();
				}
				if (focus && fillsWindow()) {
					dialog.showModal();
				} else {
					// a dialog that is shown takes the focus, unless it cannot
					dialog.inert = true;
					dialog.showPopover?.();
					dialog.inert = false;
				}
			}
			if (focus) {
				opener = document.activeElement;
				rest();
			}
		},
		hide() {
			const focused = dialog.matches(':focus-within');
			if (dialog.open) {
				dialog.close();
			} else {
				dialog.hidePopover?.();
			}
			dialog.hidden = true;
			launcher.hidden = false;
			if (focused) {
				// back to what opened it, where that can be focused: the launcher or a control of the page
				launcher.focus();
				opener?.focus();
			}
		},
		/**
		 * Says that the line is down, until it is up again; an attempt is not worth a word. Where questions
		 * are refused for good, what leads elsewhere takes the place of the field.
		 */
		state(/** @type {string} */ state) {
			const refused = state === 'refused';
			const focused = form.node.matches(':focus-within');
			if (state !== 'connecting') {
				line.textContent = refused ? words.refused : state === 'waiting' ? words.offline : '';
				elsewhere.hidden = !refused;
				if (form.node.hidden !== refused) {
					form.node.hidden = refused;
					starters.hidden ||= refused;
					offer(refused);
				}
				if (refused && focused) {
					elsewhere.focus();
				}
			}
		},
		/** Starter questions are for an empty conversation. */
		begun(/** @type {boolean} */ begun) {
			starters.hidden = begun;
		},
	};
}
