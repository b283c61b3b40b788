package org.signpost.web.adviser;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.signpost.answering.Ask;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.answering.Dialogue;
import org.signpost.answering.Reply;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.NotSavedException;
import org.signpost.conversation.Ratings;
import org.signpost.web.AskLimits;
import org.signpost.web.Callers;
import org.signpost.web.ProblemException;
import org.signpost.web.QuestionText;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers questions and takes ratings of the answers. */
@RestController
@RequestMapping(path = "/api/answers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "answers")
class AnswerController {

	/** Tells that the storage failed, so that the answer's id leads nowhere. */
	static final String NOT_SAVED = "Signpost-Not-Saved";

	private final Dialogue dialogue;

	private final CurrentKnowledgeBase knowledgeBase;

	private final Conversations conversations;

	private final Ratings ratings;

	private final AskLimits limits;

	private final Callers callers;

	AnswerController(Dialogue dialogue, CurrentKnowledgeBase knowledgeBase, Conversations conversations,
			Ratings ratings, AskLimits limits, Callers callers) {
		this.dialogue = dialogue;
		this.knowledgeBase = knowledgeBase;
		this.conversations = conversations;
		this.ratings = ratings;
		this.limits = limits;
		this.callers = callers;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Answer a question from the guidance")
	ResponseEntity<AnswerView> answer(@RequestBody AnswerRequest body,
			@RequestParam(defaultValue = "false") boolean explain, HttpServletRequest request) {
		var question = question(body.question());
		this.knowledgeBase.get();
		var ask = new Ask(conversation(body.conversation()), UUID.randomUUID(), question, body.nation(),
				Boolean.TRUE.equals(body.force()), body.date());
		var caller = this.callers.read(request);
		var wait = this.limits.take(ask.conversation(), caller);
		if (wait.isPositive()) {
			throw ProblemException.tooFast(wait);
		}
		if (!this.limits.enter(Duration.ofSeconds(5))) {
			throw ProblemException.busy("Too many questions are being answered.", Duration.ofSeconds(2));
		}
		try {
			return response(ask, this.dialogue.ask(ask), explain);
		}
		finally {
			this.limits.leave();
		}
	}

	private static ResponseEntity<AnswerView> response(Ask ask, Reply reply, boolean explain) {
		return switch (reply) {
			case Reply.Stored stored ->
				ResponseEntity.ok(AnswerView.of(stored.answer(), ask.conversation(), stored.answered(), explain));
			case Reply.NotStored unstored -> ResponseEntity.ok()
				.header(NOT_SAVED, "true")
				.body(AnswerView.of(unstored.answer(), ask.conversation(), unstored.answered(), explain));
			case Reply.TurnRunning running -> throw ProblemException.tooFast(Duration.ofSeconds(1));
			case Reply.Gone gone -> throw noSuchConversation();
			case Reply.Stopped stopped ->
				throw new ProblemException(HttpStatus.CONFLICT, "The question was stopped before it was answered.");
			case Reply.Repeated repeated -> throw new IllegalStateException("A request id came up twice");
		};
	}

	private static String question(@Nullable String text) {
		var question = (text != null) ? QuestionText.tidy(text) : "";
		if (question.isEmpty()) {
			throw ProblemException.badField("question", "The field \"question\" needs words.");
		}
		if (QuestionText.isTooLong(question)) {
			throw ProblemException.about(HttpStatus.UNPROCESSABLE_CONTENT, "question",
					"The field \"question\" has more than " + QuestionText.MAX_LENGTH + " characters.");
		}
		return question;
	}

	/** The conversation to go on with, or a new one. */
	private UUID conversation(@Nullable String id) {
		if (id == null) {
			var begun = UUID.randomUUID();
			try {
				this.conversations.beginForAdviser(begun);
			}
			catch (NotSavedException ex) {
				// answers still come; this one will say that it is not kept
			}
			return begun;
		}
		return Ids.find(id).orElseThrow(AnswerController::noSuchConversation);
	}

	private static ProblemException noSuchConversation() {
		return ProblemException.about(HttpStatus.NOT_FOUND, "conversation", "There is no such conversation.");
	}

	@PutMapping(path = "/{id}/rating", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Rate an answer from 1 to 5; the newest rating counts")
	RatingView rate(@PathVariable String id, @Valid @RequestBody RatingView body) {
		var comment = Optional.ofNullable(body.comment()).map(QuestionText::tidy).filter((words) -> !words.isEmpty());
		if (comment.map(String::length).orElse(0) > RatingView.MAX_COMMENT) {
			throw ProblemException.about(HttpStatus.UNPROCESSABLE_CONTENT, "comment",
					"The field \"comment\" has more than " + RatingView.MAX_COMMENT + " characters.");
		}
		var rating = new Ratings.Rating(Objects.requireNonNull(body.value()), comment.orElse(null));
		if (!Ids.find(id).map((answer) -> this.ratings.rate(answer, rating)).orElse(false)) {
			throw ProblemException.notFound("There is no such answer.");
		}
		return body;
	}

}
