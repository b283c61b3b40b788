package org.signpost.web.adviser;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.ConversationList.Position;
import org.signpost.conversation.SavedCase;
import org.signpost.conversation.SavedCases;
import org.signpost.review.EvaluationCase;
import org.signpost.review.InvalidCaseException;
import org.signpost.web.ProblemException;
import org.signpost.web.QuestionText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
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

/** Keeps conversations with what their answers should show, to evaluate by. */
@RestController
@Tag(name = "evaluation")
class CaseController {

	/** JSON, one value a line. */
	private static final String LINES = "application/jsonl";

	private final SavedCases cases;

	CaseController(SavedCases cases) {
		this.cases = cases;
	}

	@GetMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "The cases that advisers have saved, those saved last first")
	ResponseEntity<List<CaseView>> list(@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(
					description = "where the page before ended, as its header Link has it",
					schema = @Schema(type = "string")) @Nullable String after) {
		return Page
			.of(this.cases.find(Positions.find(after), limit + 1), limit,
					(last) -> new Position(last.saved(), last.id()).text())
			.map(CaseView::of)
			.response(limit, Map.of());
	}

	@GetMapping(path = "/api/cases.jsonl", produces = LINES)
	@Operation(summary = "All saved cases as a file for the commands evaluate and diff")
	ResponseEntity<String> file() {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cases.jsonl\"")
			.body(this.cases.all().stream().map((each) -> each.body() + "\n").collect(Collectors.joining()));
	}

	@PostMapping(path = "/api/cases", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Save a case: a conversation and what its answers should show",
			description = "Personal data in what the visitor wrote and in the note is masked.")
	CaseView save(@RequestBody CaseRequest body, HttpServletRequest request) {
		if (body.conversation() == null) {
			throw ProblemException.badField("case", "The field \"case\" is a conversation to evaluate by.");
		}
		var note = Optional.ofNullable(body.note()).map(QuestionText::tidy).filter((words) -> !words.isEmpty());
		if (note.map(String::length).orElse(0) > RatingView.MAX_COMMENT) {
			throw ProblemException.about(HttpStatus.UNPROCESSABLE_CONTENT, "note",
					"The field \"note\" has more than " + RatingView.MAX_COMMENT + " characters.");
		}
		var id = UUID.randomUUID();
		return CaseView
			.of(this.cases.save(id, AdviserDoor.who(request), keepable(body.conversation(), id), note.orElse(null)));
	}

	private static String keepable(JsonNode node, UUID id) {
		try {
			return EvaluationCase.keepable(node, id.toString());
		}
		catch (InvalidCaseException ex) {
			var field = ex.field().isEmpty() ? "case" : "case." + ex.field();
			throw ProblemException.badField(field, "The field \"" + field + "\" " + ex.what() + ".");
		}
	}

	@DeleteMapping("/api/cases/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a saved case")
	void delete(@PathVariable String id) {
		if (!Ids.find(id).map(this.cases::delete).orElse(false)) {
			throw ProblemException.notFound("There is no such case.");
		}
	}

	/**
	 * A case to be saved.
	 *
	 * @param conversation one conversation as a line of an evaluation file has it
	 * @param note why it is saved
	 */
	record CaseRequest(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, type = "object",
			example = "{\"kind\": \"fact\", \"turns\": [{\"user\": \"what does a SENCO earn?\","
					+ " \"expect\": {\"outcome\": [\"ANSWERED\"], \"all\": [\"£\"]}}]}") @JsonProperty("case") @Nullable JsonNode conversation,
			@Schema(maxLength = RatingView.MAX_COMMENT) @Nullable String note) {
	}

	record CaseView(UUID id, Instant saved, String by,
			@Schema(type = "object") @JsonProperty("case") JsonNode conversation, @Nullable String note) {

		static CaseView of(SavedCase saved) {
			return new CaseView(saved.id(), saved.saved(), saved.by(), JsonMapper.shared().readTree(saved.body()),
					saved.note());
		}

	}

}
