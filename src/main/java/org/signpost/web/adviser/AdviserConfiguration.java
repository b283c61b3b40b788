package org.signpost.web.adviser;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.signpost.conversation.AuditLog;
import org.signpost.web.Callers;
import org.signpost.web.Origins;
import org.signpost.web.ProblemWriter;
import org.signpost.web.WebProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Builds the adviser interface. */
@Configuration(proxyBeanMethods = false)
class AdviserConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(AdviserConfiguration.class);

	@Bean
	FilterRegistrationBean<AdviserDoor> adviserDoor(AdviserProperties adviser, WebProperties web, Origins origins,
			Callers callers, ProblemWriter problems, AuditLog audit) {
		var nothingConfigured = adviser.tokens().isEmpty() && !origins.areConfigured()
				&& web.trustedProxies().isEmpty();
		if (adviser.tokens().isEmpty()) {
			logger.info("The adviser interface (/api) {}. To let somebody in by a token: TOKEN=$(openssl rand -hex 32);"
					+ " give them $TOKEN and start with --signpost.adviser.tokens.THEIR-NAME=$(printf %s \"$TOKEN\" | sha256sum"
					+ " | cut -d ' ' -f 1)",
					nothingConfigured ? "answers this machine only, without a token"
							: "is closed: no token is configured");
		}
		else {
			logger.info("The adviser interface (/api) answers to the tokens of {}", adviser.tokens().keySet());
		}
		var door = new FilterRegistrationBean<>(
				new AdviserDoor(adviser, nothingConfigured, callers, origins, problems, audit));
		door.addUrlPatterns("/api/*", "/actuator/metrics/*", "/actuator/metrics");
		door.setOrder(10);
		return door;
	}

	@Bean
	WebMvcConfigurer knownParameters() {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
			}

		};
	}

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("Signpost")
				.version("1")
				.description("Career questions, answered from cited guidance."))
			.components(new Components().addSecuritySchemes("token",
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
			.addSecurityItem(new SecurityRequirement().addList("token"));
	}

	@Bean
	OpenApiCustomizer problemResponses() {
		return new ProblemResponses();
	}

}
