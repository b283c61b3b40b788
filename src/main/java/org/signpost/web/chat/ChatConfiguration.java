package org.signpost.web.chat;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.eclipse.jetty.server.ServerConnector;
import org.signpost.answering.Dialogue;
import org.signpost.conversation.Announcements;
import org.signpost.conversation.Conversations;
import org.signpost.conversation.Ratings;
import org.signpost.conversation.Turns;
import org.signpost.web.AskLimits;
import org.signpost.web.Callers;
import org.signpost.web.LimitProperties;
import org.signpost.web.Origins;
import org.signpost.web.ProblemWriter;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Builds the widget's side. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class ChatConfiguration {

	@Bean(destroyMethod = "shutdownNow")
	ScheduledExecutorService chatClock() {
		return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("chat-clock").factory());
	}

	@Bean
	ChatServices chatServices(Dialogue dialogue, Conversations conversations, Turns turns, Ratings ratings,
			Announcements announcements, AskLimits limits, LimitProperties properties) {
		// not a bean: a second executor would change which one Spring itself uses
		Executor executor = Executors.newThreadPerTaskExecutor(
				Thread.ofVirtual().name("chat-", 0).inheritInheritableThreadLocals(false).factory());
		return new ChatServices(dialogue, conversations, turns, ratings, announcements, limits,
				properties.framesPerTenSeconds(), executor);
	}

	@Bean
	ChatCommands chatCommands(ChatServices services) {
		return new ChatCommands(services);
	}

	@Bean
	ChatSessions chatSessions(LimitProperties limits, AskLimits asks, ScheduledExecutorService chatClock) {
		return new ChatSessions(limits, asks, chatClock);
	}

	@Bean
	WebSocketConfigurer chatEndpoint(ChatServices services, ChatCommands commands, ChatSessions sessions,
			ScheduledExecutorService chatClock, Callers callers, Origins origins) {
		var opening = new DefaultHandshakeHandler(new ForgetfulUpgradeStrategy());
		opening.setSupportedProtocols(ChatHandshake.PROTOCOL);
		var handshake = new ChatHandshake(callers, origins, services.limits(), sessions);
		return (sockets) -> sockets.addHandler(new ChatSocketHandler(services, commands, sessions, chatClock), "/chat")
			.setHandshakeHandler(opening)
			.addInterceptors(handshake)
			// the interceptor has looked at the origin, and knows more than Spring's own
			.setAllowedOriginPatterns("*");
	}

	@Bean
	ConversationAccess conversationAccess(Conversations conversations) {
		return new ConversationAccess(conversations);
	}

	@Bean
	ServletRegistrationBean<EventStreamServlet> eventStream(ChatServices services, ConversationAccess access,
			ChatSessions sessions, Callers callers, ProblemWriter problems, ScheduledExecutorService chatClock) {
		var stream = new ServletRegistrationBean<>(
				new EventStreamServlet(services, access, sessions, callers, problems, chatClock), "/chat/events");
		stream.setAsyncSupported(true);
		return stream;
	}

	@Bean
	FilterRegistrationBean<ChatOrigins> chatOrigins(Origins origins, Callers callers, ProblemWriter problems) {
		var filter = new FilterRegistrationBean<>(new ChatOrigins(origins, callers, problems));
		filter.addUrlPatterns("/chat/*");
		filter.setOrder(5);
		return filter;
	}

	/**
	 * Bounds what the kernel keeps for a client that does not read; the default is
	 * megabytes.
	 */
	@Bean
	WebServerFactoryCustomizer<JettyServletWebServerFactory> smallSendBuffers() {
		return (factory) -> factory.addServerCustomizers((server) -> {
			for (var connector : server.getConnectors()) {
				if (connector instanceof ServerConnector tcp) {
					tcp.setAcceptedSendBufferSize(128 * 1024);
				}
			}
		});
	}

}
