// @ts-check
import { auditScreen } from './audit.js';
import { compareScreen } from './compare.js';
import { conversationsScreen } from './conversations.js';
import { make } from './dom.js';
import { evaluateScreen } from './evaluate.js';
import { figuresScreen } from './figures.js';
import { gapsScreen } from './gaps.js';
import { problemBox } from './parts.js';
import { sourcesScreen } from './sources.js';
import { tryScreen } from './try.js';
import { words } from './words.js';

/** @type {Record<string, (place: import('./parts.js').Place) => Promise<import('./parts.js').Screen>>} */
const SCREENS = {
	try: tryScreen,
	conversations: conversationsScreen,
	gaps: gapsScreen,
	sources: sourcesScreen,
	evaluate: evaluateScreen,
	compare: compareScreen,
	figures: figuresScreen,
	audit: auditScreen,
};

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const status = /** @type {HTMLElement} */ (document.querySelector('[role=status]'));
const links = Object.keys(SCREENS).map((name) => make('a', { href: '#/' + name }, words.screens[name]));
document.querySelector('.screens ul')?.append(...links.map((link) => make('li', {}, link)));

/** Ends what a screen still does when it is left. */
let leaving = new AbortController();

/** What is on the page: the screen and the one thing it is about. */
let shown = '';

/** Where the address says we are: `#/conversations/ID?outcome=ANSWERED`. */
function place() {
	const [path, search] = location.hash.replace(/^#\/?/, '').split('?');
	const [name, id = ''] = path.split('/');
	return { name: name in SCREENS ? name : 'try', id: decoded(id), query: new URLSearchParams(search) };
}

function decoded(/** @type {string} */ text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Tells those who do not see the page what has come onto it. */
const say = (/** @type {string} */ text) => (status.textContent = text);

function go(/** @type {string} */ hash) {
	if (location.hash === hash) {
		show();
	} else {
		location.hash = hash;
	}
}

async function show() {
	leaving.abort();
	leaving = new AbortController();
	const { signal } = leaving;
	const { name, id, query } = place();
	links.forEach((link, i) =>
		Object.keys(SCREENS)[i] === name ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current'),
	);
	say('');
	const waiting = setTimeout(() => say(words.loading), 500);
	main.setAttribute('aria-busy', 'true');
	/** @type {import('./parts.js').Screen} */
	let screen;
	try {
		screen = await SCREENS[name]({ id, query, signal, go, say: (text) => signal.aborted || say(text) });
	} catch (ex) {
		screen = { title: words.screens[name], content: [problemBox(ex), make('p', {}, make('a', { href: '#/' + name }, words.back))] };
	}
	clearTimeout(waiting);
	if (signal.aborted) {
		return;
	}
	if (status.textContent === words.loading) {
		say('');
	}
	main.removeAttribute('aria-busy');
	const heading = make('h1', { tabindex: -1 }, screen.title);
	main.replaceChildren(heading, .../** @type {Node[]} */ (screen.content.filter(Boolean)));
	document.title = screen.title + words.ofSite;
	const narrowed = shown === name + '/' + id && main.querySelector('#results');
	if (shown) {
		(narrowed || heading).focus();
		if (!narrowed) {
			scrollTo(0, 0);
		}
	}
	shown = name + '/' + id;
	screen.shown?.();
}

document.querySelector('.skip')?.addEventListener('click', (event) => {
	// the address says which screen this is, so a jump within it is not for the address
	event.preventDefault();
	main.querySelector('h1')?.focus();
});
addEventListener('hashchange', show);
show();
