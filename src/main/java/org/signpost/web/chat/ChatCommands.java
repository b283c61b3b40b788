package org.signpost.web.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.Ask;
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.answering.Reply;
import org.signpost.conversation.ConversationEvent;
import org.signpost.conversation.EventJson;
import org.signpost.conversation.NotSavedException;
import org.signpost.conversation.PersonalData;
import org.signpost.conversation.Ratings.Rating;
import org.signpost.knowledge.Nation;
import org.signpost.web.AskLimits;
import org.signpost.web.Caller;
import org.signpost.web.QuestionText;
import org.signpost.web.chat.ServerFrames.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what a client wants, over whichever connection. Each method returns the
 * frames that answer it directly; what is stored reaches the client through the log.
 * Blocks while storing and answering; safe for use by many threads.
 */
final class ChatCommands {

	private static final Logger logger = LoggerFactory.getLogger(ChatCommands.class);

	/** Short: the place of a question is free again in milliseconds. */
	private static final Duration BUSY_RETRY = Duration.ofSeconds(2);

	/** A start takes seconds, or half a minute where new guidance is read. */
	private static final Duration STARTING_RETRY = Duration.ofSeconds(2);

	private static final Duration TURN_RETRY = Duration.ofSeconds(1);

	private final ChatServices services;

	ChatCommands(ChatServices services) {
		this.services = services;
	}

	/**
	 * Answers a question.
	 * @param kept whether the conversation is stored and the asker known to own it; if
	 * not, the storage is not touched
	 */
	List<String> ask(UUID conversation, ClientFrame.Ask frame, @Nullable Nation pageNation, Caller caller,
			boolean kept) {
		if (QuestionText.isTooLong(frame.question())) {
			return error(Problem.TOO_LONG, frame.id());
		}
		var limits = this.services.limits();
		var wait = limits.take(conversation, caller);
		if (wait.isPositive()) {
			return error(Problem.TOO_FAST, frame.id(), wait);
		}
		if (!limits.enter(Duration.ofMillis(500))) {
			limits.giveBack(conversation, caller);
			return error(Problem.BUSY, frame.id(), BUSY_RETRY);
		}
		try {
			var nation = (frame.nation() != null) ? frame.nation() : pageNation;
			var ask = new Ask(conversation, frame.id(), frame.question(), nation, frame.force(), null);
			var dialogue = this.services.dialogue();
			return told(ask, kept ? dialogue.ask(ask) : dialogue.askUnstored(ask), limits, caller);
		}
		catch (KnowledgeBaseNotReadyException ex) {
			limits.giveBack(conversation, caller);
			return error(Problem.STARTING, frame.id(), STARTING_RETRY);
		}
		catch (RuntimeException ex) {
			// neither the message nor the trace: they may hold what the visitor typed
			logger.error("A question could not be answered: {} at {}", ex.getClass().getName(), origin(ex));
			return error(Problem.INTERNAL, frame.id());
		}
		finally {
			limits.leave();
		}
	}

	private static List<String> told(Ask ask, Reply reply, AskLimits limits, Caller caller) {
		return switch (reply) {
			case Reply.Stored stored -> List.of();
			case Reply.Stopped stopped -> List.of();
			// it will be asked again where the client finds itself next
			case Reply.Gone gone -> List.of();
			case Reply.Repeated repeated -> {
				limits.giveBack(ask.conversation(), caller);
				yield List.of();
			}
			case Reply.TurnRunning running -> {
				limits.giveBack(ask.conversation(), caller);
				yield error(Problem.TURN_RUNNING, ask.request(), TURN_RETRY);
			}
			case Reply.NotStored notStored -> notStored(ask, notStored);
		};
	}

	private static List<String> notStored(Ask ask, Reply.NotStored reply) {
		var frames = new ArrayList<>(error(Problem.NOT_SAVED, ask.request()));
		if (reply.turn() == 0) {
			frames.add(EventJson.write(new ConversationEvent.Asked(0, ask.request(), PersonalData.mask(ask.text()))));
		}
		reply.events().stream().map(EventJson::write).forEach(frames::add);
		return frames;
	}

	List<String> rate(UUID conversation, ClientFrame.Rate frame) {
		try {
			var rated = this.services.ratings()
				.rate(conversation, frame.id(), frame.turn(), new Rating(frame.stars(), frame.comment()));
			return rated ? List.of() : error(Problem.BAD_FRAME, frame.id());
		}
		catch (NotSavedException ex) {
			return error(Problem.NOT_SAVED, frame.id());
		}
	}

	List<String> cancel(UUID conversation, ClientFrame.Cancel frame) {
		try {
			this.services.turns().cancel(conversation, frame.turn());
			return List.of();
		}
		catch (NotSavedException ex) {
			return error(Problem.NOT_SAVED, null);
		}
	}

	static List<String> error(Problem problem, @Nullable UUID request) {
		return List.of(ServerFrames.error(problem, request, null));
	}

	static List<String> error(Problem problem, @Nullable UUID request, Duration retry) {
		return List.of(ServerFrames.error(problem, request, retry));
	}

	private static String origin(RuntimeException ex) {
		return (ex.getStackTrace().length > 0) ? ex.getStackTrace()[0].toString() : "an unknown place";
	}

}
