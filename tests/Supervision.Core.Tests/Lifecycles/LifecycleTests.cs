using Supervision.Decisions;
using Supervision.Lifecycles;

namespace Supervision.Core.Tests.Lifecycles;

public sealed class LifecycleTests
{
    private enum Door
    {
        Open = 1,
        Closed,
    }

    private enum Act
    {
        Shut = 1,
        Unlock,
    }

    private static readonly Lifecycle<Door, Act, bool> s_table = new("SUP0001")
    {
        { Door.Open, Act.Shut, Door.Closed, null },
        { Door.Closed, Act.Unlock, Door.Open, new LegalBasis("EX-DOOR", "art. 1"), new Guard<bool>("has key", key => key ? null : Refusal.Of("SUP0002")) },
    };

    [Fact]
    public void Fire_AllowedStep_GivesTheStateAfter() =>
        Assert.Equal(Door.Closed, s_table.Fire(Door.Open, Act.Shut, false).OrThrow().To);

    [Fact]
    public void Fire_StepThatTheStateDoesNotHave_IsRefusedWithTheStepsItHas()
    {
        var refusal = s_table.Fire(Door.Open, Act.Unlock, true).Refusal;
        Assert.Equal("SUP0001", refusal!.Code);
        Assert.Equal(["Unlock", "Open", "Shut"], refusal.Message.Arguments);
    }

    [Fact]
    public void Fire_UnmetGuard_IsRefusedOnTheBasisOfTheStep()
    {
        var refusal = s_table.Fire(Door.Closed, Act.Unlock, false).Refusal;
        Assert.Equal("SUP0002", refusal!.Code);
        Assert.Equal("EX-DOOR art. 1", refusal.Basis!.ToString());
    }

    [Fact]
    public void Add_SecondStepForTheSameStateAndTrigger_Throws()
    {
        var table = new Lifecycle<Door, Act, bool>("SUP0001") { { Door.Open, Act.Shut, Door.Closed, null } };
        Assert.Throws<ArgumentException>(() => table.Add(Door.Open, Act.Shut, Door.Open, null));
    }

    [Fact]
    public void ToMermaid_Table_ShowsStepsAndGuards() =>
        Assert.Equal(
            "stateDiagram-v2\n    Open --> Closed: Shut\n    Closed --> Open: Unlock [has key]\n", s_table.ToMermaid());
}
