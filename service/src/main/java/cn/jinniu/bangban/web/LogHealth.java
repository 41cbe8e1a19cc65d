package cn.jinniu.bangban.web;

import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.store.LogLocation;
import cn.jinniu.bangban.text.Text;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether decisions can be put on the log, without which none are told. */
@Component("logHealthIndicator")
class LogHealth implements HealthIndicator {
    private final DecisionLogHolder holder;

    LogHealth(DecisionLogHolder holder) {
        this.holder = holder;
    }

    @Override
    public Health health() {
        DecisionLog log = holder.log();
        if (log == null) {
            return Health.up().withDetail("log", "off").build();
        }
        String where = holder.location() instanceof LogLocation.Folder ? "folder" : "server";
        Text trouble = log.trouble();
        return trouble == null
                ? Health.up().withDetail("log", where).build()
                : Health.outOfService()
                        .withDetail("log", where)
                        .withDetail("trouble", trouble.zh() + " / " + trouble.en())
                        .build();
    }
}
