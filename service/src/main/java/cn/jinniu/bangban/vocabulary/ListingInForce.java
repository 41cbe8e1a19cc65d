package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Level;
import cn.jinniu.bangban.facts.Listing;

/** A listing that makes its project a key project on the day decided for. */
public record ListingInForce(Listing listing) {
    public String project() {
        return listing.project();
    }

    public Level level() {
        return listing.level();
    }

    public int year() {
        return listing.year();
    }
}
