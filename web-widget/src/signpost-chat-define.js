// @ts-check
import { SignpostChat } from './signpost-chat-element.js';

// a page may load the script twice, or another version of it: the first one stays
if (!customElements.get('signpost-chat')) {
	customElements.define('signpost-chat', SignpostChat);
}
