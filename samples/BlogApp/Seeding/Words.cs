namespace Blog.Seeding;

/// <summary>What the blog's people, posts and comments are composed of.</summary>
internal static class Words
{
    public static readonly string[] FirstNames =
    [
        "Ann", "Amir", "Beatriz", "Bram", "Chiara", "Daniel", "Dewi", "Elif", "Emeka", "Freya",
        "Gustav", "Hana", "Ines", "Jakub", "Kavya", "Leon", "Maren", "Nadia", "Oskar", "Priya",
    ];

    public static readonly string[] LastNames =
    [
        "Adeyemi", "Bergström", "Costa", "Dijkstra", "Eriksen", "Ferrari", "Grant", "Hoffmann", "Ito", "Jansen",
        "Kowalski", "Lindqvist", "Moreau", "Novak", "Okafor", "Petrov", "Quinn", "Rossi", "Santos", "Tanaka",
    ];

    public static readonly string[] Cities =
    [
        "Utrecht", "Lisbon", "Oslo", "Kraków", "Lagos", "Kyoto", "Bologna", "Gothenburg", "Ghent", "Porto", "Tallinn", "Graz",
    ];

    /// <summary>24 tags: what posts are about.</summary>
    public static readonly string[] Tags =
    [
        "csharp", "dotnet", "orm", "sql", "sqlite", "postgresql", "indexes", "migrations", "testing", "performance", "caching", "logging",
        "deployment", "security", "code-review", "debugging", "refactoring", "documentation", "monitoring", "concurrency", "api-design", "open-source", "teamwork", "hiring",
    ];

    public static readonly string[] Titles =
    [
        "What a year of {0} taught us", "{0}, one small step at a time", "The bug that only {0} could explain", "A quiet case for {0}", "Five habits for better {0}",
        "We were wrong about {0}", "{0} for a team of three", "Notes from a week of {0}", "Why {0} pays for itself", "How we stopped worrying about {0}",
    ];

    public static readonly string[] Openings =
    [
        "It began with a ticket that nobody wanted.", "Last spring the build took eleven minutes.", "We had put this off for two releases.",
        "A customer wrote to us on a Friday evening.", "The graph looked fine until somebody zoomed in.", "I used to skip this part of the job.",
    ];

    public static readonly string[] Middles =
    [
        "With {0} the first draft was the easy half; making it boring took the rest of the month.", "We wrote down what {0} had to guarantee, and half of our code was not needed any more.",
        "Measuring came first: three numbers about {0}, on one page, every morning.", "The team paired on {0} for a week, two hours a day, and nobody wrote a line alone.",
        "Most of what we had read about {0} assumed a hundred times our traffic.", "The trick was to make the wrong use of {0} look wrong.",
    ];

    public static readonly string[] Closings =
    [
        "The build takes ninety seconds now.", "If we did it again, we would start with the tests.", "It is not finished, but it no longer wakes anybody up.",
        "Delete more than you add, and ship on Tuesdays.", "The ticket is closed, and so is the tab I kept open for a year.", "Tell us how you do it.",
    ];

    public static readonly string[] Comments =
    [
        "This is great, thank you for the numbers.", "We tried the same and stopped after a week. What made it stick?", "Great read. The part about boring code is going on our wall.",
        "I would love to see the query plans.", "How large is the team that maintains this?", "We had the opposite experience, but our data is older than our code.",
        "Does it still hold with ten times the rows?", "The second paragraph describes my whole week.", "Could you share the script?", "Bookmarked for our next retrospective.",
        "I disagree about the ordering, but the conclusion is right.", "Short, honest and useful.",
    ];

    public static readonly string[] Replies =
    [
        "Good question, I will write it up.", "It did for us, up to a few million rows.", "Thanks! The script is in the repository.", "Three people, one of them part-time.",
        "Same here.", "That is fair, our case may be special.", "The plans are in the appendix now.", "We stopped too, and started again with less.",
    ];
}
