using Zoo;

namespace Covet.Specification;

/// <summary>Upserts by keys and unique columns of all kinds.</summary>
/// <param name="fixture">The database.</param>
public abstract class UpsertKeySuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task A_text_key_is_given_by_the_program()
    {
        await Db.Countries.UpsertAsync(new Country { Code = "IT", Name = "Italia" }, c => c.Code);
        await Db.Countries.UpsertAsync(new Country { Code = "IT", Name = "Italy" }, c => c.Code);
        Assert.Equal("Italy", (await Db.Countries.SingleAsync(c => c.Code == "IT")).Name);
        var (country, created) = await Db.Countries.GetOrCreateAsync(new Country { Code = "IT", Name = "?" }, c => c.Code);
        Assert.Equal(("Italy", false), (country.Name, created));
        Assert.True((await Db.Countries.UpdateOrCreateAsync(new Country { Code = "FR", Name = "France" }, c => c.Code)).Created);
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Countries.UpsertAsync(new Country { Code = null! }, c => c.Code));
        Assert.Contains("Country", exception.Message, StringComparison.Ordinal);
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task A_Guid_key_is_made_for_a_new_row_and_otherwise_that_of_the_row()
    {
        var first = new Volume { Isbn = new Isbn("1"), Series = "a", Number = 1, Title = "One", Price = 1.50m };
        await Db.Volumes.UpsertAsync(first, v => v.Isbn);
        Assert.NotEqual(Guid.Empty, first.Id);
        var second = new Volume { Isbn = new Isbn("1"), Series = "a", Number = 2, Title = "Two", Price = 2m };
        await AssertCostAsync(1, 1, () => Db.Volumes.UpsertAsync(second, v => v.Isbn));
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(("Two", 2m, 2), ((await Db.Volumes.FindAsync(first.Id)) is { } read ? (read.Title, read.Price, read.Number) : default));
        var third = new Volume { Isbn = new Isbn("1"), Series = "a", Number = 3 };
        var (found, created) = await Db.Volumes.GetOrCreateAsync(third, v => v.Isbn);
        Assert.Equal((first.Id, "Two", false), (found.Id, found.Title, created));
        Assert.Equal(Guid.Empty, third.Id);
        await Db.Volumes.UpdateOrCreateAsync(third, v => v.Isbn);
        Assert.Equal(first.Id, third.Id);
        Assert.Equal(1, await Db.Volumes.CountAsync());
        await Db.Volumes.UpsertAsync(new Volume { Id = first.Id, Isbn = new Isbn("9"), Title = "By key" }, v => v.Id);
        Assert.Equal("By key", (await Db.Volumes.FindAsync(first.Id))!.Title);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Volumes.UpsertAsync(new Volume(), v => v.Id));
    }

    [SkippableFact]
    public async Task A_set_of_columns_has_a_name_of_them_all_and_no_row_is_the_same_in_null()
    {
        var volume = new Volume { Isbn = new Isbn("1"), Series = "a", Number = 1, Title = "One" };
        await Db.Volumes.UpsertAsync(volume, v => v.SeriesAndNumber);
        var other = new Volume { Isbn = new Isbn("2"), Series = "a", Number = 1, Title = "Other", Prequel = volume };
        using (var log = Db.Record())
        {
            await Db.Volumes.UpsertAsync(other, v => v.SeriesAndNumber);
            Assert.Contains(
                "ON CONFLICT (\"series\", \"number\") DO UPDATE SET \"isbn\" = excluded.\"isbn\", \"title\" = excluded.\"title\", \"price\" = excluded.\"price\", " +
                "\"prequel_id\" = excluded.\"prequel_id\"",
                Assert.Single(log.Statements).Text, StringComparison.Ordinal);
        }
        Assert.Equal(volume.Id, other.Id);
        Assert.Equal((new Isbn("2"), "Other"), (await Db.Volumes.SingleAsync()) is { } read ? (read.Isbn, read.Title) : default);
        Assert.False((await Db.Volumes.GetOrCreateAsync(new Volume { Isbn = new Isbn("3"), Series = "a", Number = 1 }, v => v.SeriesAndNumber)).Created);
        Assert.True((await Db.Volumes.GetOrCreateAsync(new Volume { Isbn = new Isbn("3"), Series = "a", Number = 2 }, v => v.SeriesAndNumber)).Created);
        var unnumbered = new Volume { Isbn = new Isbn("4"), Series = "a" };
        using (var log = Db.Record())
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Volumes.UpsertAsync(unnumbered, v => v.SeriesAndNumber));
            Assert.Contains("Volume.Number is null", exception.Message, StringComparison.Ordinal);
            Assert.Empty(log.Statements);
        }
        Assert.Equal(Guid.Empty, unnumbered.Id);
    }

    [SkippableFact]
    public async Task A_failure_takes_back_the_key_that_was_made()
    {
        await Db.Volumes.InsertManyAsync([new Volume { Isbn = new Isbn("1"), Series = "a", Number = 1 }, new Volume { Isbn = new Isbn("2"), Series = "a", Number = 2 }]);
        var both = new Volume { Isbn = new Isbn("1"), Series = "a", Number = 2 };
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Volumes.UpsertAsync(both, v => v.Isbn));
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Volumes.UpdateOrCreateAsync(both, v => v.SeriesAndNumber));
        Assert.Equal(Guid.Empty, both.Id);
        var fresh = new Volume { Isbn = new Isbn("3"), Series = "b", Number = 1 };
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Volumes.UpsertManyAsync([fresh, both], v => v.Isbn));
        Assert.Equal((Guid.Empty, Guid.Empty), (fresh.Id, both.Id));
        Assert.Equal(2, await Db.Volumes.CountAsync());
    }

    [SkippableFact]
    public async Task A_key_of_a_users_own_type_that_only_a_new_instance_can_set_is_filled_in_too()
    {
        await Db.Editions.InsertAsync(new Edition { Isbn = new Isbn("1"), Title = "First", Print = 1 });
        var edition = new Edition { Isbn = new Isbn("2"), Title = "First", Print = 2 };
        await Db.Editions.UpsertAsync(edition, e => e.Title);
        Assert.Equal(new Isbn("1"), edition.Isbn);
        Assert.Equal(2, (await Db.Editions.SingleAsync(e => e.Isbn == new Isbn("1"))).Print);
        await Db.Editions.UpsertAsync(new Edition { Isbn = new Isbn("1"), Title = "Retitled" }, e => e.Isbn);
        Assert.Equal("Retitled", (await Db.Editions.SingleAsync()).Title);
        await edition.ReloadAsync();
        Assert.Equal(("Retitled", 0), (edition.Title, edition.Print));
    }

    [SkippableFact]
    public async Task A_key_of_several_foreign_keys_is_named_by_them_all()
    {
        var (student, course) = (new Student { Name = "Ann" }, new Course { Title = "C#" });
        await Db.Students.UpsertAsync(new Student { Id = 100, Name = "Ann" }, s => s.Id);
        await Db.Students.InsertAsync(student);
        await Db.Courses.InsertAsync(course);
        var enrolment = new Enrolment { Student = student, Course = course, Grade = 1 };
        await Db.Enrolments.UpsertAsync(enrolment, e => e.StudentIdAndCourseId);
        Assert.Same(student, enrolment.Student);
        await Db.Enrolments.UpsertManyAsync([new Enrolment { Student = student, Course = course, Grade = 2 }], e => e.StudentIdAndCourseId);
        Assert.Equal(2, (await Db.Enrolments.SingleAsync()).Grade);
        var (found, created) = await Db.Enrolments.GetOrCreateAsync(new Enrolment { Student = student, Course = course }, e => e.StudentIdAndCourseId);
        Assert.Equal((2, false), (found.Grade, created));
    }

    [SkippableFact]
    public async Task Names_that_SQL_finds_difficult_are_quoted()
    {
        await Db.classes.UpsertAsync(new @class { Id = 5, @event = "a'b" }, c => c.Id);
        await Db.classes.UpsertAsync(new @class { Id = 5, @event = "\"; --" }, c => c.Id);
        Assert.Equal("\"; --", (await Db.classes.SingleAsync()).@event);
        Assert.False((await Db.classes.UpdateOrCreateAsync(new @class { Id = 5, @event = "x" }, c => c.Id)).Created);
    }
}
