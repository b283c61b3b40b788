package org.signpost.web.adviser;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Figures;
import org.signpost.web.ProblemException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts what was asked, day by day. */
@RestController
@Tag(name = "figures")
class FigureController {

	private static final String CSV = "text/csv;charset=UTF-8";

	private static final int USUAL_DAYS = 30;

	private static final int MOST_DAYS = 366;

	private final Figures figures;

	private final Clock clock;

	FigureController(Figures figures, ObjectProvider<Clock> clock) {
		this.figures = figures;
		this.clock = clock.getIfAvailable(Clock::systemUTC);
	}

	@GetMapping(path = "/api/figures", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Questions, outcomes, ratings, nations and answer times, day by day",
			description = "Days are days in London: 30 unless others are asked for, 366 at most. The same as a table by"
					+ " Accept: text/csv or /api/figures.csv.")
	FiguresView figures(
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Parameter(
					description = "the first day (2026-11-21)") @Nullable LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Parameter(
					description = "the day after the last") @Nullable LocalDate before) {
		return find(from, before);
	}

	@GetMapping(path = { "/api/figures", "/api/figures.csv" }, produces = CSV)
	@Operation(summary = "The same as a table, a row a day",
			description = "No cell is taken for a formula by a program for tables.")
	ResponseEntity<String> table(
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Parameter(
					description = "the first day (2026-11-21)") @Nullable LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Parameter(
					description = "the day after the last") @Nullable LocalDate before) {
		var figures = find(from, before);
		var name = "signpost-" + figures.from() + "-to-" + figures.before() + ".csv";
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(Csv.of(figures.table()));
	}

	private FiguresView find(@Nullable LocalDate from, @Nullable LocalDate before) {
		var end = (before != null) ? before : ((from != null) ? from.plusDays(USUAL_DAYS)
				: LocalDate.now(this.clock.withZone(Figures.ZONE)).plusDays(1));
		var start = (from != null) ? from : end.minusDays(USUAL_DAYS);
		var days = ChronoUnit.DAYS.between(start, end);
		if (days < 1 || days > MOST_DAYS) {
			throw ProblemException.badField((before != null) ? "before" : "from",
					"From the day \"from\" to the day \"before\" it are 1 to " + MOST_DAYS + " days.");
		}
		Moments.find("from", start.toString());
		Moments.find("before", end.toString());
		return FiguresView.of(start, end, this.figures.find(start, end));
	}

}
