package org.signpost.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.signpost.answering.AnswerTrace;
import org.signpost.answering.Answered;
import org.signpost.answering.QuestionAnswering;
import org.signpost.composition.Block;
import org.signpost.composition.Citation;
import org.signpost.composition.ComposedAnswer;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.Nation;

import static org.awaitility.Awaitility.await;

/**
 * Answers by a script, so that tests of the wire and the log do not depend on what the
 * guidance says: a few sentences that name the question's number in its conversation.
 * Some words have an effect: {@code wait} holds the answer back until
 * {@link #releaseWhatWaits()}, {@code fail} throws, {@code long} makes 160 kB of it,
 * {@code hello} is small talk, {@code choose} asks back, {@code help} hands over to
 * people.
 */
public final class ScriptedAnswering implements QuestionAnswering {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private volatile CountDownLatch gate = new CountDownLatch(1);

	private final AtomicInteger waiting = new AtomicInteger();

	/**
	 * Lets the answers go that are held back, and holds back the next ones. Waits until
	 * there is one: it would wait for nobody if it came later.
	 */
	public void releaseWhatWaits() {
		awaitWhatWaits();
		this.gate.countDown();
		this.gate = new CountDownLatch(1);
	}

	/** Waits until an answer is held back. */
	public void awaitWhatWaits() {
		await().atMost(PATIENCE).until(() -> this.waiting.get() > 0);
	}

	@Override
	public Answered answer(Question question, List<Turn> history) {
		var words = question.text().toLowerCase(Locale.ROOT);
		if (words.contains("wait")) {
			waitForGate();
		}
		if (words.contains("fail")) {
			throw new IllegalStateException("Scripted failure about " + question.text());
		}
		var answer = answer(words, question, history);
		var turn = new Turn(question.text(), question.text(), answer.outcome(), answer.nation(), false, "scripted",
				List.of(), answer.text(), List.of(), null);
		var stages = Map.<String, Object>of("understanding", Map.of("words", question.text()), "date",
				question.date().toString());
		return new Answered(answer, "scripted", 0.97, turn, new AnswerTrace(stages));
	}

	private static ComposedAnswer answer(String words, Question question, List<Turn> history) {
		if (words.startsWith("hello")) {
			return smallTalk();
		}
		if (words.contains("choose")) {
			return askedBack();
		}
		return words.contains("help") ? handedOver() : answered(question, history);
	}

	private void waitForGate() {
		var before = this.gate;
		this.waiting.incrementAndGet();
		try {
			if (!before.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("Nobody released the answer");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			this.waiting.decrementAndGet();
		}
	}

	private static ComposedAnswer smallTalk() {
		return new ComposedAnswer(Outcome.SMALL_TALK, List.of(new Block(Block.Kind.P, "Hello.", List.of(), null)),
				List.of(), List.of("What does a SENCO do?"), null);
	}

	private static ComposedAnswer askedBack() {
		return new ComposedAnswer(Outcome.CLARIFY,
				List.of(new Block(Block.Kind.P, "Which nation do you mean?", List.of(), null)), List.of(),
				List.of("Scotland", "Wales"), null);
	}

	private static ComposedAnswer handedOver() {
		return new ComposedAnswer(Outcome.HANDOFF, List.of(
				new Block(Block.Kind.P, "These people can help.", List.of(), null),
				new Block(Block.Kind.CONTACT, "Samaritans: 116 123. Samaritans listen day and night, free.", List.of(),
						"tel:116123"),
				new Block(Block.Kind.CONTACT, "Samaritans online: samaritans.org. Samaritans answer letters too.",
						List.of(), "https://www.samaritans.org/")),
				List.of(), List.of(), null);
	}

	private static ComposedAnswer answered(Question question, List<Turn> history) {
		var nation = (question.nation() != null) ? question.nation() : Nation.ENGLAND;
		var blocks = new ArrayList<Block>();
		blocks.add(new Block(Block.Kind.P,
				"Answer %d: the allowance is £2,240 to £4,424 – a year “on top”.".formatted(history.size() + 1),
				List.of(1), null));
		if (question.text().contains("long")) {
			for (var i = 0; i < 20; i++) {
				blocks.add(new Block(Block.Kind.LI, "a long item, ".repeat(600), List.of(1), null));
			}
		}
		blocks.add(new Block(Block.Kind.LI, "in mainstream schools", List.of(1, 2), null));
		blocks.add(new Block(Block.Kind.NOTE, "An older figure is from 2020.", List.of(2), null));
		blocks.add(new Block(Block.Kind.CONTACT,
				"Get Into Teaching: 0800 389 2500. Get Into Teaching advisers help, weekdays 8.30am to 5.30pm.",
				List.of(), "tel:08003892500"));
		return new ComposedAnswer(Outcome.ANSWERED, blocks,
				List.of(citation(1, EnumSet.of(nation)), citation(2, EnumSet.allOf(Nation.class))),
				List.of("Who gets it?", "And in Scotland?"), nation);
	}

	private static Citation citation(int n, Set<Nation> nations) {
		return new Citation(n, "source-" + n, "Title " + n, "Prospects", (n == 1) ? "https://www.example.org/1" : null,
				(n == 1) ? "2023" : null, "Salary", nations, "2020", "source-" + n + "#1",
				"The statement “word for word” & <b>no markup</b>.");
	}

}
