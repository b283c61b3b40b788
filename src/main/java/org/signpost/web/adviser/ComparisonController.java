package org.signpost.web.adviser;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.conversation.SavedCases;
import org.signpost.review.BusyException;
import org.signpost.review.Comparison;
import org.signpost.review.Comparisons;
import org.signpost.review.RefusedDraftException;
import org.signpost.web.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows before a change of the guidance is published which answers it changes. */
@RestController
@Tag(name = "evaluation")
class ComparisonController {

	private final Comparisons comparisons;

	private final SavedCases cases;

	private final CurrentKnowledgeBase knowledgeBase;

	ComparisonController(Comparisons comparisons, SavedCases cases, CurrentKnowledgeBase knowledgeBase) {
		this.comparisons = comparisons;
		this.cases = cases;
		this.knowledgeBase = knowledgeBase;
	}

	@GetMapping(path = "/api/drafts", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "The changed knowledge bases that can be compared: the folders in signpost.drafts")
	ResponseEntity<List<String>> drafts(@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(description = "name of the last draft of the page before",
					schema = @Schema(type = "string")) @Nullable String after) {
		return Page.sorted(this.comparisons.drafts(), Function.identity(), after, limit).response(limit, Map.of());
	}

	@PostMapping(path = "/api/comparisons", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Begin to compare a draft with what is answered from, conversation by conversation",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
					mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = RunRequest.class))))
	ResponseEntity<Comparison> start(@RequestBody byte[] body, HttpServletRequest request) {
		this.knowledgeBase.get();
		var asked = RunRequest.read(body);
		if (asked.draft() == null) {
			throw ProblemException.badField("draft", "The field \"draft\" is the name of a draft.");
		}
		try {
			var comparison = this.comparisons
				.start(asked.draft(), asked.find(this.cases), asked.date(), AdviserDoor.who(request))
				.orElseThrow(() -> ProblemException.about(HttpStatus.NOT_FOUND, "draft", "There is no such draft."));
			return ResponseEntity.accepted()
				.location(URI.create("/api/comparisons/" + comparison.id()))
				.body(comparison);
		}
		catch (RefusedDraftException ex) {
			throw ProblemException.badField("draft", "The field \"draft\" " + ex.getMessage() + ".");
		}
		catch (BusyException ex) {
			throw EvaluationController.busy();
		}
	}

	@GetMapping(path = "/api/comparisons/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "A comparison as far as it has come: every answer that changes, and what made the difference",
			description = "The last five are known until the server stops.")
	Comparison find(@PathVariable String id) {
		return Ids.find(id).flatMap(this.comparisons::find).orElseThrow(ComparisonController::gone);
	}

	@DeleteMapping("/api/comparisons/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Cancel a comparison")
	void cancel(@PathVariable String id) {
		if (!Ids.find(id).map(this.comparisons::cancel).orElse(false)) {
			throw gone();
		}
	}

	private static ProblemException gone() {
		return ProblemException.notFound("There is no such comparison.");
	}

}
