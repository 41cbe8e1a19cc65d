package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Listing;
import java.time.LocalDate;

/** A listing that counts towards how long its project has been a key project without a break. */
public record CountedListing(Listing listing) {
    public String project() {
        return listing.project();
    }

    public int yearBefore() {
        return listing.year() - 1;
    }

    /** The day its plan was issued. */
    public LocalDate day() {
        return listing.issuedOn();
    }
}
