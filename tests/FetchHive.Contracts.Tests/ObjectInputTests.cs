using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;
using FetchHive.Contracts.Tests.Objects;

namespace FetchHive.Contracts.Tests;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IObjects :
    ISends<Company>, ISends<Company[]>, ISends<Address>, ISends<Address?>, ISends<Animal>, ISends<Dog>, ISends<Box>, ISends<Box?>,
    ISends<Accessors>,
    ISends<ExplicitMember>, ISends<Named>, ISends<Ordered>, ISends<Ignoring>, ISends<Overriding>, ISends<NumbersAsText>,
    ISends<NumbersWithNames>,
    ISends<Node>, ISends<Author>, ISends<Book>, ISends<Branch>, ISends<Page<int>>, ISends<Page<Company>>, ISends<Page<Page<string?>>>,
    ISends<Page<Address?>>,
    ISends<Pair<int, string>>, ISends<Pair<Company?, Dictionary<string, int>>>, ISends<Empty>, ISends<Puppy>, ISends<HidesTitle>;

#pragma warning disable CS0612, CS0618 // Obsolete types are sent like other types.
[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IObsoletes : ISends<WithObsolete>, ISends<OldEnum>;

public sealed class ObjectInputTests(Hive hive) : IClassFixture<Hive>
{
    private static readonly Company Small = new("ä \"&\"", new Uri("https://example.com/ü"), new Address("s", null));

    private static readonly Cases<IObjects> Table = new()
    {
        Small,
        Small with { Subsidiaries = [Small, Small with { Website = null, Address = null }] },
        new[] { Small },
        new Address("s", 1),
        (Address?)new Address("s", 1),
        new Animal(),
        new Dog(),
        (Animal)new Dog(),
        new Box { Label = "l" },
        (Box?)new Box(),
        new Accessors { Required = 1 },
        new ExplicitMember(),
        new Named(),
        new Ordered(),
        new HidesTitle(),
        new Ignoring(),
        new Ignoring
        {
            Never = "x", NullText = "x", NullNumber = 0, NullStruct = default(Address), NullArray = [], DefaultText = "", DefaultNumber = 1,
                DefaultNullable = 0,
            DefaultEnum = Tone.Ironic, DefaultDate = DateTime.UnixEpoch, DefaultStruct = new("s", null), DefaultMemory = new([1]),
        },
        new Overriding(),
        new NumbersAsText(),
        new NumbersWithNames(),
        new Node("a", [new("b"), new("c", [new("d")])], new("e"), new() { ["f"] = new("f") }),
        new Author { Name = "a", Books = { new Book { Title = "t" } } },
        new Book { Title = "t", Author = new Author { Books = { new Book() } } },
        new Branch("a", [new("b", null), new("c", [])]),
        new Page<int> { First = 1, Items = [1, 2], Next = new() },
        new Page<Company> { First = Small, Items = [Small] },
        new Page<Page<string?>> { Items = [new() { Items = [null, "a"] }] },
        new Page<Address?> { First = null, Items = [null, new("s", 1)] },
        new Pair<int, string>(1, "a"),
        new Pair<Company?, Dictionary<string, int>>(null, new() { ["a"] = 1 }),
        new Empty(),
    };

    private static readonly Cases<IObsoletes> Obsoletes = new()
    {
        new WithObsolete(),
        OldEnum.A,
    };

    public static TheoryData<string> Names => Table.Names;

    public static TheoryData<string> ObsoleteNames => Obsoletes.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_object_is_sent_by_its_public_properties(string name)
    {
        Body body = await hive.BodyOfAsync(client => Table[name].Send(IObjects.Create(client)));

        Assert.Equal(Table[name].Json, body.Value);
    }

    [Theory]
    [MemberData(nameof(ObsoleteNames))]
    public async Task Obsolete_members_are_sent_like_others(string name)
    {
        Body body = await hive.BodyOfAsync(client => Obsoletes[name].Send(IObsoletes.Create(client)));

        Assert.Equal(Obsoletes[name].Json, body.Value);
    }

    [Fact]
    public async Task A_property_that_is_overridden_under_another_name_is_sent_under_both_as_by_System_Text_Json()
    {
        Body body = await hive.BodyOfAsync(client => ((ISends<Puppy>)IObjects.Create(client)).SendAsync(new Puppy(), Hive.Token));

        Assert.Equal(Expected.Json(new Puppy()), body.Value);
        Assert.Contains("\"noise\":\"overridden under another name\"", body.Value, StringComparison.Ordinal);
        Assert.Contains("\"plain\":\"overridden under another name\"", body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_is_refused_with_advice_and_does_not_overflow_the_stack()
    {
        List<Node> children = [];
        Node node = new("a", children);
        children.Add(node);
        Author author = new();
        author.Books.Add(new Book { Author = author });
        Branch[] branches = new Branch[1];
        branches[0] = new Branch("a", branches);
        Dictionary<string, Node> byName = [];
        byName["self"] = new Node("a", ByName: byName);

        foreach (Func<IObjects, Task> send in new Func<IObjects, Task>[]
        {
            objects => ((ISends<Node>)objects).SendAsync(node, Hive.Token),
            objects => ((ISends<Author>)objects).SendAsync(author, Hive.Token),
            objects => ((ISends<Book>)objects).SendAsync(author.Books[0], Hive.Token),
            objects => ((ISends<Branch>)objects).SendAsync(branches[0], Hive.Token),
            objects => ((ISends<Node>)objects).SendAsync(byName["self"], Hive.Token),
        })
        {
            ArgumentException thrown = await hive.RefusalOfAsync<ArgumentException>(client => send(IObjects.Create(client)));
            Assert.Contains("nested deeper than 64 levels", thrown.Message, StringComparison.Ordinal);
            Assert.Contains("[JsonIgnore]", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_body_of_64_levels_is_sent_and_one_of_65_is_refused()
    {
        // The body's own object and `inputs` are two levels.
        Body body = await hive.BodyOfAsync(client => ((ISends<Node>)IObjects.Create(client)).SendAsync(Chain(62), Hive.Token));
        Assert.Equal(Expected.Json(Chain(62)), body.Value);

        await hive.RefusalOfAsync<ArgumentException>(client => ((ISends<Node>)IObjects.Create(client)).SendAsync(Chain(63), Hive.Token));

        // An object that occurs in several branches isn't deep.
        Node shared = Chain(30);
        Body wide = await hive.BodyOfAsync(client =>
            ((ISends<Node>)IObjects.Create(client)).SendAsync(new Node("a", [shared, shared, shared]), Hive.Token));
        Assert.Equal(Expected.Json(new Node("a", [shared, shared, shared])), wide.Value);
    }

    [Fact]
    public async Task A_body_that_is_deep_through_arrays_is_refused_at_the_same_depth()
    {
        // Each step is two levels, the object and its array. The chain ends with an object that has an empty array: 2 + 2 * 31 = 64.
        Body body = await hive.BodyOfAsync(client => ((ISends<Node>)IObjects.Create(client)).SendAsync(Comb(31), Hive.Token));
        Assert.Equal(Expected.Json(Comb(31)), body.Value);

        await hive.RefusalOfAsync<ArgumentException>(client =>
            ((ISends<Node>)IObjects.Create(client)).SendAsync(new Node("x", Next: Comb(31)), Hive.Token));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task The_body_does_not_depend_on_the_culture(string culture)
    {
        CultureInfo previous = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Body body = await hive.BodyOfAsync(client =>
                ((ISends<NumbersAsText>)IObjects.Create(client)).SendAsync(new NumbersAsText(), Hive.Token));
            Assert.Equal(Expected.Json(new NumbersAsText()), body.Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }

    private static Node Chain(int length)
    {
        Node node = new("end");
        for (int i = 1; i < length; i++)
        {
            node = new Node("n", Next: node);
        }

        return node;
    }

    private static Node Comb(int steps)
    {
        Node node = new("end", []);
        for (int i = 1; i < steps; i++)
        {
            node = new Node("n", [node]);
        }

        return node;
    }
}
