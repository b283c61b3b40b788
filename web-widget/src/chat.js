// @ts-check
import { NATIONS } from './answer-view.js';
import { chatPanel, fillsWindow } from './chat-panel.js';
import { conversationClient, uuid } from './conversation-client.js';
import { conversationMemory } from './conversation-memory.js';
import { conversationText } from './conversation-record.js';
import { composes, make } from './dom.js';
import { tellPage } from './page-events.js';
import { english, wordsIn } from './words.js';

/**
 * Where the script came from. One that was loaded as a module is not the current one: it stands in
 * the trace of an error or, where traces are empty, among the scripts of the page.
 */
const script =
	/** @type {HTMLScriptElement | null} */ (document.currentScript)?.src ||
	/https?:[^\s()]+?\/widget(-\w+)?\.js/.exec([new Error().stack, ...Array.from(document.scripts, ({ src }) => src)].join(' '))?.[0] ||
	'';
const home = /^http/.test(script) ? script : '';

/** Who remembers a conversation under which name: one each, as long as it is in the page. @type {Map<string, Element>} */
const owners = new Map();

/**
 * The life of one element: what the page sets on it, its panel, its conversation. It outlives being
 * taken out of the page and put back.
 *
 * @param {HTMLElement} element
 * @param {ShadowRoot} root
 */
export function chat(element, root) {
	/** @type {ReturnType<typeof chatPanel> | undefined} */
	let panel;
	/** @type {ReturnType<typeof conversationMemory>} */
	let memory;
	/** @type {ReturnType<typeof conversationClient>} */
	let client;
	/** @type {Record<string, string>} */
	let words = english;
	let name = '';
	let line = '';
	let max = 500;
	let isOpen = false;

	const attribute = (/** @type {string} */ attribute) => element.getAttribute(attribute);
	/** The server is where the script came from, unless the element names another. */
	const address = () => new URL(attribute('server') || '.', home || document.baseURI).href.replace(/\/*$/, '/');
	const language = () => (/^cy\b/.test(element.closest('[lang]')?.getAttribute('lang') || '') ? 'cy' : 'en');
	const nation = () => NATIONS.find((nation) => nation === attribute('nation')?.toUpperCase().replace(/\W/g, '_'));
	const pendingAsk = () => memory.remembered.pending.find(({ t }) => t === 'ask');
	const isInline = () => attribute('position') === 'inline';
	const leave = () => client.stop();
	const comeBack = () => isOpen && client.start();

	/** Wherever the focus is, as the panel may cover what has it. */
	function escape(/** @type {KeyboardEvent} */ event) {
		if (event.key === 'Escape' && !composes(event) && !event.defaultPrevented && isOpen && !isInline()) {
			event.preventDefault();
			close();
		}
	}

	/** Looks instead of counting: a new element may be connected before the one it replaces is disconnected. */
	function isTaken(/** @type {string} */ name) {
		const owner = owners.get(name);
		return owner && owner !== element && owner.isConnected;
	}

	function connect() {
		if (!home && !attribute('server')) {
			console.error('signpost-chat: the script does not know where it came from; give the element a `server`: <signpost-chat server="https://…">');
			// the link inside, which the visitor has without a script
			return root.replaceChildren(make('slot'));
		}
		let free = name || 'signpost-chat';
		for (let n = 2; isTaken(free); n++) {
			free = 'signpost-chat-' + n;
		}
		owners.set(free, element);
		if (name !== free) {
			name = free;
			memory = conversationMemory(name);
			client = conversationClient({
				address: address(),
				memory,
				visitor: () => ({ lang: language(), nation: nation() }),
				onFrame: receive,
				onState,
			});
		}
		addEventListener('pagehide', leave);
		addEventListener('pageshow', comeBack);
		addEventListener('keydown', escape);
		render();
	}

	function disconnect() {
		removeEventListener('pagehide', leave);
		removeEventListener('pageshow', comeBack);
		removeEventListener('keydown', escape);
		client?.stop();
	}

	async function render() {
		const lang = language();
		const from = lang === 'en' ? english : await wordsIn(lang, address()).catch(() => english);
		if (!element.isConnected) {
			return;
		}
		words = {
			...from,
			launcher: attribute('label') ?? from.launcher,
			title: attribute('heading') ?? from.title,
			covers: attribute('greeting') ?? from.covers,
		};
		const old = panel;
		const next = chatPanel(
			words,
			{
				questions: (attribute('questions') ?? words.questions).split('|').map((question) => question.trim()).filter(Boolean),
				contact: attribute('contact'),
				privacy: attribute('privacy') || address() + 'privacy',
				askPage: address() + 'ask',
				inline: isInline(),
			},
			{
				open: () => open(true),
				close,
				ask,
				stop: (turn) => client.send({ t: 'cancel', turn }),
				rate: (turn, v, why) => client.request({ t: 'rate', id: uuid(), turn, v, why }),
				clear: () => client.request({ t: 'clear', id: uuid() }),
				download,
			},
		);
		panel = next;
		root.replaceChildren(next.node);
		next.begin();
		next.form.limit(max);
		for (const turn of old?.list.turns.values() || []) {
			turn.frames.forEach((frame) => next.list.apply(frame));
			next.begun(true);
		}
		// a panel that fills the window must not spring up over the page that is being looked at
		if (isOpen || isInline() || (memory.remembered.open && !fillsWindow())) {
			open();
			onState(line);
		}
	}

	function open(focus = false) {
		memory?.save({ open: true });
		if (panel) {
			panel.show(focus);
			client.start();
			if (!isOpen) {
				isOpen = true;
				tellPage(element, 'opened');
			}
		}
	}

	function close() {
		memory?.save({ open: false });
		if (isOpen) {
			isOpen = false;
			panel?.hide();
			if (!pendingAsk()) {
				client.stop();
			}
			tellPage(element, 'closed');
		}
	}

	/** @param {string} q @param {{ nation?: string, force?: boolean }} [options] @returns {string | undefined} why not */
	function ask(q, options) {
		if (!q) {
			return words.empty;
		}
		if (line === 'refused') {
			return words.refused;
		}
		if (pendingAsk() || panel?.list.running()) {
			return words.turn_running;
		}
		const request = { t: 'ask', id: uuid(), q, nation: options?.nation || nation(), force: options?.force };
		client.request(request);
		showWaiting();
		tellPage(element, 'asked', { nation: request.nation });
	}

	/** Says why the question cannot be asked, which the page may have no place for. */
	function pageAsks(/** @type {string} */ question) {
		// where it was refused it is tried again only when it is opened again
		if (!isOpen || line !== 'refused') {
			open();
		}
		const reason = client ? ask(question) : words.refused;
		if (reason) {
			panel?.list.say(reason, true);
		}
		return !reason;
	}

	const waiting = (/** @type {any} */ request, /** @type {string} */ text) =>
		panel?.list.waiting(request, text, () => client.withdraw(request));

	function showWaiting() {
		const request = pendingAsk();
		if (panel && request && !request.turn) {
			panel.begun(true);
			waiting(request, line === 'open' ? words.looking : words.queued);
		}
	}

	function onState(/** @type {string} */ state) {
		line = state;
		panel?.state(state);
		const request = pendingAsk();
		if (request && state === 'refused') {
			client.withdraw(request);
			panel?.list.unanswered(request, words.refused, '');
		}
		showWaiting();
	}

	function receive(/** @type {any} */ frame, /** @type {any} */ request) {
		const { t, code } = frame;
		if (!panel) {
			return;
		}
		const { list, form, begun } = panel;
		if (t === 'welcome') {
			form.limit((max = frame.max));
		} else if (t === 'reset' || t === 'cleared') {
			list.clear();
			begun(false);
			list.say(words[t], true);
		} else if (t === 'err') {
			const text = words[code] || words.internal;
			if (request?.t !== 'ask') {
				list.say(code === 'not_saved' ? words.unsaved : text, true);
			} else if (code === 'not_saved') {
				list.unsaved(request, text);
			} else if (frame.retry) {
				waiting(request, text + ' ' + words.later);
			} else {
				list.unanswered(request, text);
			}
		} else {
			begun(true);
			list.apply(frame, request);
			if (t === 'rated' && request) {
				tellPage(element, 'rated', { value: request.v });
			} else if (t === 'end' && request) {
				if (!isOpen) {
					client.stop();
				}
				tellPage(element, 'answered', { outcome: frame.outcome, nation: frame.nation, answer: frame.answer });
			}
		}
	}

	function download() {
		const text = conversationText(panel?.list.turns.values() || [], words);
		const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
		make('a', { href, download: words.conversation + '.txt' }).click();
		setTimeout(() => URL.revokeObjectURL(href), 60_000);
	}

	return { connect, disconnect, open, close, pageAsks, change: () => panel && render() };
}
