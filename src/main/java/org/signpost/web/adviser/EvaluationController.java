package org.signpost.web.adviser;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.conversation.SavedCases;
import org.signpost.review.BusyException;
import org.signpost.review.Evaluation;
import org.signpost.review.Evaluations;
import org.signpost.web.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evaluates the answers as they are now. */
@RestController
@RequestMapping(path = "/api/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "evaluation")
class EvaluationController {

	private final Evaluations evaluations;

	private final SavedCases cases;

	private final CurrentKnowledgeBase knowledgeBase;

	EvaluationController(Evaluations evaluations, SavedCases cases, CurrentKnowledgeBase knowledgeBase) {
		this.evaluations = evaluations;
		this.cases = cases;
		this.knowledgeBase = knowledgeBase;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Begin an evaluation of the answers, which goes on behind the visitors' questions",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
					mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = RunRequest.class))))
	ResponseEntity<Evaluation> start(@RequestBody byte[] body, HttpServletRequest request) {
		this.knowledgeBase.get();
		var asked = RunRequest.read(body);
		try {
			var evaluation = this.evaluations.start(asked.find(this.cases), asked.date(), AdviserDoor.who(request));
			return ResponseEntity.accepted()
				.location(URI.create("/api/evaluations/" + evaluation.id()))
				.body(evaluation);
		}
		catch (BusyException ex) {
			throw busy();
		}
	}

	static ProblemException busy() {
		return new ProblemException(HttpStatus.CONFLICT,
				"An evaluation or a comparison is running; wait until it has ended, or cancel it.");
	}

	@GetMapping
	@Operation(summary = "The last 20 evaluations without their misses, the newest first")
	List<Evaluation> list() {
		return this.evaluations.list();
	}

	@GetMapping("/{id}")
	@Operation(summary = "An evaluation as far as it has come, with its misses",
			description = "Once it has ended it is compared with the one before, and the first 100 misses have their traces.")
	Evaluation find(@PathVariable String id) {
		return Ids.find(id).flatMap(this.evaluations::find).orElseThrow(EvaluationController::gone);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Cancel an evaluation that is running, or delete one that has ended")
	void cancel(@PathVariable String id) {
		if (!Ids.find(id).map(this.evaluations::cancel).orElse(false)) {
			throw gone();
		}
	}

	private static ProblemException gone() {
		return ProblemException.notFound("There is no such evaluation.");
	}

}
