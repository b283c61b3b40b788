// @ts-check
import { chatPanel, fillsWindow } from './chat-panel.js';
import { conversationClient, uuid } from './conversation-client.js';
import { conversationMemory } from './conversation-memory.js';
import { conversationText } from './conversation-record.js';
import { make } from './dom.js';
import { tellPage } from './page-events.js';
import sheet from './signpost-chat.css' with { type: 'css' };
import { english, wordsIn } from './words.js';

/** The server is where the script came from, unless the element names another. */
const home = new URL('.', /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || document.baseURI).href;

/** Names under which the elements on this page remember their conversations: one each. */
const taken = new Set();

/** `<signpost-chat>`: see README.md for its attributes, properties, methods and events. */
export class SignpostChat extends HTMLElement {
	static observedAttributes = ['lang', 'label', 'heading', 'greeting', 'questions', 'contact', 'privacy', 'position'];

	constructor() {
		super();
		this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
		/** @type {any} */
		this._panel = undefined;
		/** @type {Record<string, string>} */
		this._words = english;
		this._name = '';
		/** @type {any} */
		this._memory = undefined;
		/** @type {any} */
		this._client = undefined;
		this._max = 500;
		this._state = '';
		this._isOpen = false;
		this._leave = () => this._client.stop();
		this._return = () => this._isOpen && this._client.start();
	}

	connectedCallback() {
		let name = this._name || 'signpost-chat';
		for (let n = 2; taken.has(name); n++) {
			name = 'signpost-chat-' + n;
		}
		taken.add(name);
		if (this._name !== name) {
			this._name = name;
			this._memory = conversationMemory(name);
			this._client = conversationClient({
				address: this._address,
				memory: this._memory,
				visitor: () => ({ lang: this._lang, nation: this._nation }),
				onFrame: (frame, request) => this._receive(frame, request),
				onState: (state) => this._line(state),
			});
		}
		addEventListener('pagehide', this._leave);
		addEventListener('pageshow', this._return);
		this._render();
	}

	disconnectedCallback() {
		removeEventListener('pagehide', this._leave);
		removeEventListener('pageshow', this._return);
		this._client.stop();
		taken.delete(this._name);
	}

	attributeChangedCallback() {
		if (this._panel) {
			this._render();
		}
	}

	/** Opens the panel. The focus stays where it is unless `{ focus: true }` asks for it. */
	open({ focus = false } = {}) {
		this._memory.save({ open: true });
		if (this._panel) {
			this._panel.show(focus);
			this._client.start();
			if (!this._isOpen) {
				this._isOpen = true;
				tellPage(this, 'opened');
			}
		}
	}

	/** Closes the panel. A question not yet answered is still sent; its answer waits. */
	close() {
		this._memory.save({ open: false });
		if (this._isOpen) {
			this._isOpen = false;
			this._panel.hide();
			if (!this._pendingAsk()) {
				this._client.stop();
			}
			tellPage(this, 'closed');
		}
	}

	/** Opens the panel and asks. */
	ask(/** @type {string} */ question) {
		this.open();
		if (question.trim()) {
			this._ask(question.trim());
		}
	}

	get _nation() {
		return this.getAttribute('nation') || undefined;
	}

	get _address() {
		return new URL(this.getAttribute('server') || '', home).href.replace(/\/*$/, '/');
	}

	get _lang() {
		return /^cy\b/.test(this.closest('[lang]')?.getAttribute('lang') || '') ? 'cy' : 'en';
	}

	_pendingAsk() {
		return this._memory.remembered.pending.find((/** @type {any} */ { t }) => t === 'ask');
	}

	async _render() {
		const lang = this._lang;
		const words = lang === 'en' ? english : await wordsIn(lang, this._address).catch(() => english);
		const old = this._panel;
		const setting = (/** @type {string} */ name, /** @type {string} */ otherwise) => this.getAttribute(name) ?? otherwise;
		if (!this.isConnected) {
			return;
		}
		this._words = {
			...words,
			launcher: setting('label', words.launcher),
			title: setting('heading', words.title),
			covers: setting('greeting', words.covers),
		};
		const inline = setting('position', '') === 'inline';
		const panel = chatPanel(
			this._words,
			{
				questions: setting('questions', words.questions).split('|').map((question) => question.trim()).filter(Boolean),
				contact: this.getAttribute('contact'),
				privacy: setting('privacy', this._address + 'privacy'),
				inline,
			},
			{
				open: () => this.open({ focus: true }),
				close: () => this.close(),
				ask: (question, options) => this._ask(question, options),
				stop: (turn) => this._client.send({ t: 'cancel', turn }),
				rate: (turn, v, why) => this._client.request({ t: 'rate', id: uuid(), turn, v, why }),
				clear: () => this._client.request({ t: 'clear', id: uuid() }),
				download: () => this._download(),
			},
		);
		this._panel = panel;
		this.shadowRoot?.replaceChildren(panel.node);
		panel.rest();
		for (const turn of old?.list.turns.values() || []) {
			turn.frames.forEach((/** @type {any} */ frame) => panel.list.apply(frame));
			panel.begun(true);
		}
		panel.form.limit(this._max);
		if (inline || this._isOpen || (this._memory.remembered.open && !fillsWindow())) {
			this.open();
			this._line(this._state);
		}
	}

	/** @param {string} q @param {{ nation?: string, force?: boolean }} [options] @returns {string | undefined} why not */
	_ask(q, { nation = this._nation, force } = {}) {
		if (this._pendingAsk() || this._panel?.list.running()) {
			return this._words.wait;
		}
		const ask = { t: 'ask', id: uuid(), q, nation, force };
		this._client.request(ask);
		this._showWaiting();
		tellPage(this, 'asked', { nation });
	}

	_showWaiting() {
		const ask = this._pendingAsk();
		if (ask && !ask.turn && this._panel) {
			this._panel.begun(true);
			this._panel.list.waiting(ask, this._state === 'open', () => this._client.withdraw(ask));
		}
	}

	_line(/** @type {string} */ state) {
		this._state = state;
		this._panel.state(state);
		this._showWaiting();
	}

	_receive(/** @type {any} */ frame, /** @type {any} */ request) {
		const { t, code } = frame;
		const { list, form, begun } = this._panel;
		if (t === 'welcome') {
			form.limit((this._max = frame.max));
		} else if (t === 'reset' || t === 'cleared') {
			list.clear();
			begun(false);
			list.say(this._words[t]);
		} else if (t === 'rated') {
			tellPage(this, 'rated', { value: request?.v });
		} else if (t === 'err') {
			const text = this._words[code] || this._words.internal;
			if (request?.t === 'ask' && code !== 'not_saved') {
				list.refused(request, text, frame.retry);
			} else {
				list.say(text);
			}
		} else {
			begun(true);
			list.apply(frame, request);
			if (t === 'end' && request) {
				tellPage(this, 'answered', { outcome: frame.outcome, nation: frame.nation, answer: frame.answer });
			}
		}
	}

	_download() {
		const text = conversationText(this._panel.list.turns.values(), this._words);
		const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
		make('a', { href, download: this._words.file + '.txt' }).click();
		setTimeout(() => URL.revokeObjectURL(href), 60_000);
	}
}
