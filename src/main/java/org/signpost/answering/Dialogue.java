package org.signpost.answering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.signpost.conversation.Ending;
import org.signpost.conversation.NotSavedException;
import org.signpost.conversation.PersonalData;
import org.signpost.conversation.Question;
import org.signpost.conversation.Starting;
import org.signpost.conversation.Turn;
import org.signpost.conversation.Turns;

/**
 * Runs one turn of a conversation: stores the question, answers it with what was said
 * before, stores the answer's events in one batch. Who reads the conversation hears of
 * both from its log; the caller gets the answer as well. Blocks for two commits and the
 * answering; safe for use by many threads.
 */
public final class Dialogue {

	private final QuestionAnswering questionAnswering;

	private final CurrentKnowledgeBase knowledgeBase;

	private final Turns turns;

	private final Clock clock;

	Dialogue(QuestionAnswering questionAnswering, CurrentKnowledgeBase knowledgeBase, Turns turns, Clock clock) {
		this.questionAnswering = questionAnswering;
		this.knowledgeBase = knowledgeBase;
		this.turns = turns;
		this.clock = clock;
	}

	/**
	 * Asks a question.
	 * @throws KnowledgeBaseNotReadyException while no knowledge base has been loaded;
	 * then nothing is stored
	 */
	public Reply ask(Ask ask) {
		// a question that nobody can answer yet must not become a turn
		this.knowledgeBase.get();
		Starting starting;
		try {
			starting = this.turns.start(ask.conversation(), ask.request(), ask.text());
		}
		catch (NotSavedException ex) {
			return askUnstored(ask);
		}
		return switch (starting) {
			case Starting.Started started -> answer(ask, started);
			case Starting.Repeated repeated -> new Reply.Repeated();
			case Starting.TurnRunning running -> new Reply.TurnRunning();
			case Starting.Gone gone -> new Reply.Gone();
		};
	}

	private Reply answer(Ask ask, Starting.Started started) {
		Answered answered;
		try {
			answered = answer(ask, started.question(), started.history());
		}
		catch (RuntimeException ex) {
			interrupt(ask.conversation(), started.turn());
			throw ex;
		}
		var events = AnswerEvents.of(started.turn(), started.answer(), answered.answer());
		try {
			var ending = new Ending(events, answered.intent(), answered.confidence(), answered.turn());
			return this.turns.finish(ask.conversation(), started.turn(), ending)
					? new Reply.Stored(started.answer(), answered) : new Reply.Stopped();
		}
		catch (NotSavedException ex) {
			return new Reply.NotStored(started.answer(), started.turn(), answered, events);
		}
	}

	/**
	 * Asks a question without touching the storage, so that nobody can read it later and
	 * nothing said before is known.
	 * @throws KnowledgeBaseNotReadyException while no knowledge base has been loaded
	 */
	public Reply askUnstored(Ask ask) {
		var answered = answer(ask, PersonalData.mask(ask.text()), List.of());
		var answer = UUID.randomUUID();
		return new Reply.NotStored(answer, 0, answered, AnswerEvents.of(0, answer, answered.answer()));
	}

	private Answered answer(Ask ask, String question, List<Turn> history) {
		var date = (ask.date() != null) ? ask.date() : LocalDate.now(this.clock);
		return this.questionAnswering.answer(new Question(question, ask.nation(), ask.forceNation(), date), history);
	}

	private void interrupt(UUID conversation, int turn) {
		try {
			this.turns.interrupt(conversation, turn);
		}
		catch (NotSavedException ex) {
			// the turn stays open until the storage is back and the next start closes it
		}
	}

}
