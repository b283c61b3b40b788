// @ts-check
import { chat } from './chat.js';
import sheet from './signpost-chat.css' with { type: 'css' };

/** `<signpost-chat>`: see README.md for its attributes, properties, methods and events. */
export class SignpostChat extends HTMLElement {
	static observedAttributes = ['lang', 'label', 'heading', 'greeting', 'questions', 'contact', 'privacy', 'position'];

	constructor() {
		super();
		const root = this.attachShadow({ mode: 'open' });
		root.adoptedStyleSheets = [sheet];
		this._chat = chat(this, root);
	}

	connectedCallback() {
		this._chat.connect();
	}

	disconnectedCallback() {
		this._chat.disconnect();
	}

	attributeChangedCallback() {
		this._chat.change();
	}

	/** Opens the panel. The focus stays where it is unless `{ focus: true }` asks for it. */
	open({ focus = false } = {}) {
		this._chat.open(focus);
	}

	/** Closes the panel. A question not yet answered is still sent; its answer waits. */
	close() {
		this._chat.close();
	}

	/** Opens the panel and asks; gives whether it could be asked. */
	ask(/** @type {string} */ question) {
		return this._chat.pageAsks(question.trim());
	}
}
