package org.signpost.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.answering.KnowledgeBaseNotReadyException;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.DamagedFiles;
import org.signpost.knowledge.Problem;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds what all of the web side shares. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

	@Bean
	Callers callers(WebProperties properties) {
		return new Callers(properties.trustedProxies());
	}

	@Bean
	Origins origins(WidgetProperties widget, WebProperties properties) {
		return new Origins(widget.allowedOrigins(), properties.hostNames());
	}

	@Bean
	AskLimits askLimits(LimitProperties limits) {
		return new AskLimits(limits);
	}

	@Bean
	ProblemWriter problemWriter(JsonMapper json) {
		return new ProblemWriter(json);
	}

	/** 7 is no question and 2 no nation; the settings refuse other mixed-up types. */
	@Bean
	JsonMapperBuilderCustomizer onlyTextIsText() {
		return (mapper) -> mapper
			.withCoercionConfig(LogicalType.Textual,
					(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Enum,
					(name) -> name.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail));
	}

	@Bean
	WebServerFactoryCustomizer<JettyServletWebServerFactory> containerProblems() {
		return (factory) -> factory.addServerCustomizers((server) -> server.setErrorHandler(new ContainerProblems()));
	}

	/** Would repeat a visitor's key to whoever can make a browser ask for it. */
	@Bean
	FilterRegistrationBean<Filter> noTrace() {
		return new FilterRegistrationBean<>((request, response, chain) -> {
			if (((HttpServletRequest) request).getMethod().equals("TRACE")) {
				((HttpServletResponse) response).sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
				return;
			}
			chain.doFilter(request, response);
		});
	}

	@Bean
	FilterRegistrationBean<BodyLimit> bodyLimit(ProblemWriter problems) {
		var limit = new FilterRegistrationBean<>(new BodyLimit(problems));
		limit.addUrlPatterns("/*");
		limit.setOrder(0);
		return limit;
	}

	@Bean
	HealthIndicator knowledgeBaseHealthIndicator(CurrentKnowledgeBase knowledgeBase) {
		return () -> {
			var told = new ArrayList<String>();
			var loading = knowledgeBase.loading();
			loading.ifPresent((each) -> told.add("Loading: " + each));
			var ready = isReady(knowledgeBase);
			var mistakes = ready ? knowledgeBase.problems() : List.<Problem>of();
			if (!mistakes.isEmpty()) {
				told.add("To mend in the knowledge base: %d, the first: %s".formatted(mistakes.size(),
						mistakes.getFirst()));
			}
			var code = ready ? Status.UP : Status.OUT_OF_SERVICE;
			// a status' description is shown where details are not
			var health = Health.status(new Status(code.getCode(), String.join(". ", told)));
			loading.ifPresent((each) -> health.withDetail("loading", each));
			return health.build();
		};
	}

	private static boolean isReady(CurrentKnowledgeBase knowledgeBase) {
		try {
			knowledgeBase.get();
			return true;
		}
		catch (KnowledgeBaseNotReadyException ex) {
			return false;
		}
	}

	@Bean
	ReadyAnnouncement readyAnnouncement(CurrentKnowledgeBase knowledgeBase) {
		return new ReadyAnnouncement(knowledgeBase);
	}

	@Bean
	HealthIndicator conversationLogHealthIndicator(Conversations conversations, DamagedFiles damaged) {
		return () -> {
			if (!conversations.areKept()) {
				return Health.down().build();
			}
			var files = damaged.find().stream().map((file) -> file.getFileName().toString()).toList();
			// a status' description is shown where details are not
			return files.isEmpty() ? Health.up().build()
					: Health.status(new Status(Status.UP.getCode(), "Begun anew, damaged and set aside: " + files))
						.build();
		};
	}

}
