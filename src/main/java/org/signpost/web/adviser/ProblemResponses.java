package org.signpost.web.adviser;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes the problems that each operation may answer with. */
final class ProblemResponses implements OpenApiCustomizer {

	private static final String ANSWERS = "/api/answers";

	/** What takes a file of cases, and is done one at a time. */
	private static final Set<String> WORK = Set.of("/api/evaluations", "/api/comparisons");

	/** What names something by a field of its body. */
	private static final Set<String> NAMING = Set.of(ANSWERS, "/api/comparisons");

	@Override
	public void customise(OpenAPI api) {
		api.getComponents()
			.addSchemas("Problem",
					new ObjectSchema().description("A problem (RFC 9457)")
						.addProperty("title", new StringSchema())
						.addProperty("status", new IntegerSchema())
						.addProperty("detail", new StringSchema())
						.addProperty("field", new StringSchema().description("the field or parameter that is wrong"))
						.addProperty("allowed", new ArraySchema().items(new StringSchema())
							.description("the values it can have, where they are few")));
		api.getPaths().forEach((path, item) -> item.readOperations().forEach((operation) -> {
			problems(path, operation).forEach((status, description) -> operation.getResponses()
				.addApiResponse(status, response(status, description)));
			if (parameters(operation).anyMatch((parameter) -> parameter.getName().equals("after"))) {
				Objects.requireNonNull(operation.getResponses().get("200"))
					.addHeaderObject("Link",
							new Header().description("the address of the next page, rel=\"next\"; none on the last")
								.schema(new StringSchema()));
			}
		}));
	}

	private static Stream<Parameter> parameters(Operation operation) {
		return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream();
	}

	private static Map<String, String> problems(String path, Operation operation) {
		var problems = new TreeMap<String, String>();
		problems.put("401", "No token, or one that is not known");
		problems.put("503", "The knowledge base is not ready, the storage fails, or too much is asked at once");
		if (parameters(operation).anyMatch((parameter) -> parameter.getIn().equals("query"))) {
			problems.put("400", "A parameter with a value it cannot have");
		}
		if (operation.getRequestBody() != null) {
			problems.put("400", "Not JSON, or a field or parameter with a value it cannot have");
			problems.put("413", WORK.contains(path) ? "A body over 1 MB" : "A body over 16 kB");
			problems.put("415", "A body that is not JSON");
			if (WORK.contains(path)) {
				problems.put("409", "Another evaluation or comparison is running");
			}
			else {
				problems.put("422", "A question or comment that is too long");
			}
		}
		if (path.contains("{") || NAMING.contains(path)) {
			problems.put("404", "There is no such thing, or no longer");
		}
		if (path.equals(ANSWERS)) {
			problems.put("429", "Too many questions");
		}
		return problems;
	}

	private static ApiResponse response(String status, String description) {
		var problem = new Schema<>().$ref("#/components/schemas/Problem");
		var response = new ApiResponse().description(description)
			.content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
		if (status.equals("429") || status.equals("503")) {
			response.addHeaderObject("Retry-After",
					new Header().description("seconds to wait").schema(new IntegerSchema()));
		}
		return response;
	}

}
