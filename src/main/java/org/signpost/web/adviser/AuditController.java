package org.signpost.web.adviser;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.AuditEntry;
import org.signpost.conversation.AuditLog;
import org.signpost.conversation.ConversationList.Position;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what advisers did. */
@RestController
@Tag(name = "audit")
class AuditController {

	private final AuditLog audit;

	AuditController(AuditLog audit) {
		this.audit = audit;
	}

	@GetMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "What advisers changed, and what they read of what visitors said, newest first")
	ResponseEntity<List<AuditView>> audit(
			@RequestParam(required = false) @Parameter(
					description = "done then or later: a day in London (2026-11-21) or a moment (2026-11-21T09:30:00Z)",
					schema = @Schema(type = "string")) @Nullable String from,
			@RequestParam(required = false) @Parameter(description = "done before that, a day or a moment",
					schema = @Schema(type = "string")) @Nullable String before,
			@RequestParam(required = false) @Parameter(
					description = "the name of an adviser's token, or local where none is needed",
					schema = @Schema(type = "string")) @Nullable String who,
			@RequestParam(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
			@RequestParam(required = false) @Parameter(
					description = "where the page before ended, as its header Link has it",
					schema = @Schema(type = "string")) @Nullable String after) {
		var filter = new AuditLog.Filter(Moments.find("from", from), Moments.find("before", before),
				(who != null && !who.isBlank()) ? who : null);
		var found = this.audit.find(filter, Positions.find(after), limit + 1);
		return Page.of(found, limit, (last) -> new Position(last.at(), last.id()).text())
			.map(AuditView::of)
			.response(limit, parameters(filter));
	}

	private static Map<String, List<String>> parameters(AuditLog.Filter filter) {
		var parameters = new TreeMap<String, List<String>>();
		parameters.put("from", Stream.ofNullable(filter.from()).map(Instant::toString).toList());
		parameters.put("before", Stream.ofNullable(filter.before()).map(Instant::toString).toList());
		parameters.put("who", Stream.ofNullable(filter.who()).toList());
		return parameters;
	}

	record AuditView(Instant at, String who, String action, @Nullable UUID target, int status) {

		static AuditView of(AuditEntry entry) {
			return new AuditView(entry.at(), entry.who(), entry.action(), entry.target(), entry.status());
		}

	}

}
