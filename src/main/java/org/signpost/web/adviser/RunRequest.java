package org.signpost.web.adviser;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.SavedCase;
import org.signpost.conversation.SavedCases;
import org.signpost.review.EvaluationCase;
import org.signpost.web.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

/**
 * What an evaluation or a comparison is to try. Read by itself, as its file of cases is
 * larger than any other body may be.
 *
 * @param draft name of the folder to compare with
 * @param cases {@code saved} for all saved cases
 * @param jsonl else the cases, one a line
 * @param date the day to answer as of, today when left out
 */
record RunRequest(@Schema(description = "name of the folder to compare with") @Nullable String draft,
		@Schema(allowableValues = "saved") @Nullable String cases,
		@Schema(description = "the lines of an evaluation file, in place of cases") @Nullable String jsonl,
		@Nullable LocalDate date) {

	private static final String SAVED = "saved";

	/** About ten minutes of work. */
	private static final int MOST = 2000;

	/**
	 * Reads a body.
	 * @throws ProblemException where it is none
	 */
	static RunRequest read(byte[] body) {
		try {
			var node = JsonMapper.shared().readTree(body);
			if (node.isObject()) {
				return new RunRequest(text(node, "draft"), text(node, "cases"), text(node, "jsonl"), date(node));
			}
		}
		catch (JacksonException ex) {
			// said below
		}
		throw new ProblemException(HttpStatus.BAD_REQUEST, "The body is not JSON of the form expected.");
	}

	private static @Nullable String text(JsonNode node, String field) {
		var value = node.path(field);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw ProblemException.badField(field, "The field \"" + field + "\" is text.");
		}
		return value.asString();
	}

	private static @Nullable LocalDate date(JsonNode node) {
		var text = text(node, "date");
		try {
			return (text != null) ? LocalDate.parse(text) : null;
		}
		catch (DateTimeException ex) {
			throw ProblemException.badField("date", "The field \"date\" is a day, written like 2026-11-21.");
		}
	}

	/**
	 * The cases to try.
	 * @throws ProblemException where there are none, or one cannot be read
	 */
	List<EvaluationCase> find(SavedCases saved) {
		if ((this.cases == null) == (this.jsonl == null) || (this.cases != null && !this.cases.equals(SAVED))) {
			throw ProblemException.badField("cases",
					"The field \"cases\" is \"saved\", or the field \"jsonl\" has the lines of an evaluation file.");
		}
		var found = (this.jsonl != null) ? lines(this.jsonl)
				: EvaluationCase.read(saved.all().stream().map(SavedCase::body).toList(), SAVED);
		if (found.size() > MOST) {
			var field = (this.jsonl != null) ? "jsonl" : "cases";
			throw ProblemException.badField(field,
					"The field \"" + field + "\" stands for more than " + MOST + " cases; try them in parts.");
		}
		if (found.isEmpty()) {
			throw (this.jsonl != null)
					? ProblemException.badField("jsonl", "The field \"jsonl\" has no line with a case.")
					: ProblemException.badField("cases", "No case is saved yet.");
		}
		return found;
	}

	private static List<EvaluationCase> lines(String jsonl) {
		try {
			return EvaluationCase.read(jsonl.lines().toList(), "line").stream().map(EvaluationCase::masked).toList();
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.badField("jsonl", "The field \"jsonl\", " + ex.getMessage() + ".");
		}
	}

}
