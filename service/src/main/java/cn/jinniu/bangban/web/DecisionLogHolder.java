package cn.jinniu.bangban.web;

import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.text.Text;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds the decision log, where one is kept. Closed after the last request was answered. */
@Component
class DecisionLogHolder implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionLogHolder.class);

    private final LogLocation location;
    private final @Nullable DecisionLog log;

    DecisionLogHolder(LogProperties properties, Clock clock) {
        location = properties.location();
        log = location instanceof LogLocation.Off ? null : DecisionLog.open(location, clock);
        if (log == null) {
            LOG.warn("No decision log is kept (bangban.log=off)");
            return;
        }
        Text trouble = log.trouble();
        if (trouble != null) {
            LOG.error("No decisions until the log can be written: {} / {}", trouble.zh(), trouble.en());
        }
    }

    LogLocation location() {
        return location;
    }

    /** Null when none is kept. */
    @Nullable
    DecisionLog log() {
        return log;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (log != null) {
            log.started();
        }
    }

    @Override
    public void destroy() {
        if (log != null) {
            log.close();
        }
    }
}
