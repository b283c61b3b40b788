package org.signpost.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where there is no controller yet. */
public final class ProblemWriter {

	private final JsonMapper json;

	ProblemWriter(JsonMapper json) {
		this.json = json;
	}

	/** Answers with a problem. */
	public void write(HttpServletResponse response, ProblemException problem) throws IOException {
		Problems.write(response, this.json, problem);
	}

}
