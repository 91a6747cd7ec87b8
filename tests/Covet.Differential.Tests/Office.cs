namespace Covet.Differential.Tests;

/// <summary>A team, as plain C# has it: what the oracle asks.</summary>
public sealed record TeamFact(int Id, string Name, int Size, decimal? Budget)
{
    public List<PersonFact> Members { get; } = [];
}

/// <summary>A skill.</summary>
public sealed record SkillFact(int Id, string Name, int Level)
{
    public List<PersonFact> People { get; } = [];
}

/// <summary>A person.</summary>
public sealed record PersonFact(
    int Id, TeamFact? Team, PersonFact? Boss, string Name, string? Nick, int Age, int? Score, decimal Wage, decimal? Bonus,
    bool Active, bool? Asked, Rank Rank, Rank? Former, DateTimeOffset Born, DateTimeOffset? Left)
{
    public List<PersonFact> Reports { get; } = [];

    public List<SkillFact> Skills { get; } = [];
}

/// <summary>Random people in memory, and the same in a database.</summary>
public sealed class Office
{
    /// <summary>Texts that trip what isn't careful, and plain ones, so that some are equal.</summary>
    public static readonly string[] Texts =
        ["", "a", "A", "b", "Ann", "ann", " x ", "50%", "a_b", "a\\b", "it's", "\"q\"", "é", "É", "ß", "👍", "👍👍", "\uFFFD", "日本", "a--b", "%", "_", "Z", "z"];

    public static readonly DateTimeOffset Start = new(2024, 1, 30, 22, 30, 0, TimeSpan.Zero);

    private Office(List<TeamFact> teams, List<SkillFact> skills, List<PersonFact> people) => (Teams, Skills, People) = (teams, skills, people);

    public List<TeamFact> Teams { get; }

    public List<SkillFact> Skills { get; }

    public List<PersonFact> People { get; }

    /// <summary>Makes one that is the same for the same seed.</summary>
    public static Office Of(int seed)
    {
        var random = new Random(seed);
        string Text() => Texts[random.Next(Texts.Length)];
        T? Maybe<T>(T value) where T : struct => random.Next(3) == 0 ? null : value;
        decimal Money() => random.Next(-200, 2000) / 100m;
        DateTimeOffset Time() => Start.AddMinutes(random.Next(0, 90) * 24 * 60 + random.Next(0, 4) * 37);
        var teams = Enumerable.Range(1, 4).Select(id => new TeamFact(id, Text(), random.Next(0, 4), Maybe(Money()))).ToList();
        var skills = Enumerable.Range(1, 5).Select(id => new SkillFact(id, Text(), random.Next(0, 4))).ToList();
        var people = new List<PersonFact>();
        for (int id = 1; id <= 14; id++)
        {
            var boss = people.Count > 0 && random.Next(3) > 0 ? people[random.Next(people.Count)] : null;
            var team = random.Next(4) > 0 ? teams[random.Next(teams.Count)] : null;
            var person = new PersonFact(
                id, team, boss, Text(), random.Next(3) == 0 ? null : Text(), random.Next(-2, 8), Maybe(random.Next(-2, 8)), Money(), Maybe(Money()),
                random.Next(2) == 0, Maybe(random.Next(2) == 0), (Rank)random.Next(3), Maybe((Rank)random.Next(3)), Time(), Maybe(Time()));
            people.Add(person);
            team?.Members.Add(person);
            boss?.Reports.Add(person);
            person.Skills.AddRange(skills.Where(_ => random.Next(3) == 0));
            person.Skills.ForEach(skill => skill.People.Add(person));
        }
        return new Office(teams, skills, people);
    }

    /// <summary>Writes it into an empty database.</summary>
    public async Task<OfficeDb> StoreAsync(IDatabaseProvider provider)
    {
        var db = new OfficeDb(provider);
        await db.Schema.CreateAsync();
        await db.Teams.InsertManyAsync(Teams.Select(t => new Team { Id = t.Id, Name = t.Name, Size = t.Size, Budget = t.Budget }));
        await db.Skills.InsertManyAsync(Skills.Select(s => new Skill { Id = s.Id, Name = s.Name, Level = s.Level }));
        var people = People.ConvertAll(p => new Person
        {
            Id = p.Id,
            TeamId = p.Team?.Id,
            BossId = p.Boss?.Id,
            Name = p.Name,
            Nick = p.Nick,
            Age = p.Age,
            Score = p.Score,
            Wage = p.Wage,
            Bonus = p.Bonus,
            Active = p.Active,
            Asked = p.Asked,
            Rank = p.Rank,
            Former = p.Former,
            Born = p.Born,
            Left = p.Left,
        });
        await db.People.InsertManyAsync(people);
        var skills = await db.Skills.FindManyAsync(Skills.Select(s => s.Id));
        foreach (var (fact, person) in People.Zip(people))
            await person.Skills.AddAsync([.. fact.Skills.Select(s => skills[s.Id])]);
        return db;
    }
}
