import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerText, conversationRecord, conversationText } from './conversation-record.js';
import { english } from './words.js';

const FRAMES = [
	{ seq: 1, t: 'turn', turn: 1, id: 'a', q: 'How much?' },
	{ seq: 2, t: 'text', turn: 1, kind: 'p', text: 'It is £5.', cites: [1] },
	{ seq: 3, t: 'src', turn: 1, n: 1, title: 'Pay', publisher: 'Prospects', url: 'https://example.org/pay', published: '2023', asOf: '2020' },
	{ seq: 4, t: 'text', turn: 1, kind: 'li', text: 'for some', cites: [] },
	{ seq: 5, t: 'text', turn: 1, kind: 'note', text: 'It has risen.', cites: [1] },
	{ seq: 6, t: 'text', turn: 1, kind: 'contact', text: 'Helpline', href: 'tel:123' },
	{ seq: 7, t: 'opt', turn: 1, text: 'Who gets it?' },
	{ seq: 8, t: 'end', turn: 1, outcome: 'ANSWERED', nation: 'WALES', why: 'done' },
];

function recorded() {
	const record = conversationRecord();
	FRAMES.forEach(record.add);
	return record;
}

test('keeps the texts and sources of a turn in their order', () => {
	const turn = recorded().turns.get(1);
	assert.deepEqual(turn.texts.map(({ kind }) => kind), ['p', 'li', 'note', 'contact']);
	assert.deepEqual(turn.sources.map(({ n }) => n), [1]);
	assert.equal(turn.nation, 'WALES');
	assert.equal(turn.frames.length, FRAMES.length);
});

test('belongs to no turn before the turn has begun', () => {
	assert.equal(conversationRecord().add(FRAMES[1]), undefined);
});

test('writes an answer as text with its sources', () => {
	assert.equal(
		answerText(recorded().turns.get(1), english),
		[
			'It is £5. [1]',
			'- for some',
			'Please note: It has risen. [1]',
			'Helpline (123)',
			'',
			'Based on:',
			'[1] Prospects, Pay, 2020, https://example.org/pay',
		].join('\n'),
	);
});

test('does not repeat a number that a contact says', () => {
	const texts = [{ kind: 'contact', text: 'Samaritans: 116 123. Day and night.', href: 'tel:116123' }];
	assert.equal(answerText({ texts, sources: [] }, english), 'Samaritans: 116 123. Day and night.');
});

test('writes a conversation as text that says what answered', () => {
	const text = conversationText(recorded().turns.values(), english);
	assert.match(text, /^You are asking a computer program/);
	assert.match(text, /You asked: How much\?\nThis answer is for: Wales\n\nIt is £5\. \[1\]/);
});
