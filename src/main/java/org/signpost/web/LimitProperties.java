package org.signpost.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much at once.
 *
 * @param asksPerMinute questions a minute in one conversation
 * @param asksPerDay questions a day in one conversation
 * @param asksPerMinuteAndAddress questions a minute from one address, whatever the
 * conversation; loopback is not counted
 * @param sockets sockets and event streams open at once
 * @param socketsPerAddress those of one address; loopback is not counted
 * @param connectionsPerMinuteAndAddress sockets opened, and conversations begun without
 * one, a minute from one address; loopback is not counted
 * @param framesPerTenSeconds frames from one client in ten seconds
 * @param answersAtOnce questions being answered at once
 */
@ConfigurationProperties("signpost.limits")
public record LimitProperties(@DefaultValue("12") int asksPerMinute, @DefaultValue("200") int asksPerDay,
		@DefaultValue("300") int asksPerMinuteAndAddress, @DefaultValue("15000") int sockets,
		@DefaultValue("200") int socketsPerAddress, @DefaultValue("600") int connectionsPerMinuteAndAddress,
		@DefaultValue("60") int framesPerTenSeconds, @DefaultValue("64") int answersAtOnce) {
}
