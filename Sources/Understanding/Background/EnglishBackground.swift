extension BackgroundTexts {
    static let english = """
        who invented the telephone
        what is the population of Japan
        which planet is closest to the sun
        how many legs does a spider have
        what language do they speak in Brazil
        when did the second world war end
        who painted the Mona Lisa
        how far is the moon from the earth
        what is the longest river in Africa
        what is the meaning of life
        what does photosynthesis mean
        how do you spell rhythm
        define the word melancholy
        how do you say thank you in Italian
        translate this sentence into French
        what is seven times eight
        what is fifteen percent of two hundred
        solve this equation for me
        convert ten miles to kilometres
        how many ounces are in a cup
        what will the weather be like today
        tell me a good joke
        who is the prime minister of Canada
        is it going to rain this weekend
        how cold is it outside right now
        what time does the sun set today
        do I need an umbrella today
        set an alarm for six in the morning
        remind me to call my mother on Sunday
        what time is it in Tokyo
        add milk to my shopping list
        turn off the lights in the kitchen
        turn up the volume
        put on my favourite playlist
        play the next song
        who sings this song
        what film should I watch tonight
        who directed the new James Bond movie
        when is the next football match
        who scored the most goals this season
        how did the Lakers do last night
        what are the rules of chess
        tell me something funny
        sing me a song
        tell me a bedtime story
        write a short story about a dragon
        write an essay about climate change
        give me a riddle
        do you like pizza
        are you a robot or a real person like me
        what is your favourite colour
        where do you live
        do you have any brothers or sisters
        what do you do for fun
        are you married
        do you dream
        I love you
        I am bored
        I had a terrible day at work
        my girlfriend left me
        I can't fall asleep at night
        my back hurts when I sit
        what should I take for a headache
        how many calories are in a banana
        is coffee bad for your heart
        how do I lose weight quickly
        how do I get rid of hiccups
        how long do you boil an egg
        give me a recipe for apple pie
        what can I cook with chicken and rice
        how do I make pancakes
        which wine goes with fish
        find me an Italian restaurant nearby
        book a table for two tonight
        find me a cheap hotel in Paris
        book a train ticket to Berlin
        how long is the flight to New York
        do I need a visa for India
        what is the best time to visit Iceland
        how do I get to the airport
        how is the traffic on the motorway
        where can I park in the city centre
        call me a taxi
        when is the next bus to the station
        how do I change a flat tyre
        my car won't start in the morning
        how do I train a puppy
        what do rabbits eat
        why do cats purr
        my neighbour's dog barks all night
        when should I plant tomatoes
        why are the leaves of my plant turning yellow
        how do I unclog a sink
        how do I write a for loop in Python
        what is the difference between a list and a tuple
        how does a neural network learn
        explain quantum physics to me
        why is the sky blue
        how do vaccines work
        what is a black hole
        how do I invest in stocks
        what is the price of bitcoin today
        should I buy a house or rent
        how do I file my taxes
        what is the interest rate of the central bank
        who won the election
        what do you think about the government
        what happened in the news today
        when is Easter next year
        how many days until Christmas
        what should I get my wife for her birthday
        what are good names for a baby girl
        how do I write a good job application
        what is the salary of a nurse
        how do I tie a tie
        what is my horoscope for today
        flip a coin
        roll the dice
        pick a number between one and ten
        the children played in the garden all afternoon
        the old house stood at the end of the road
        he read the newspaper and drank his tea
        the mountains were covered with snow
        she studied history at the university
        the river rises in the north and flows to the sea
        they sang until late in the night
        the council voted for a new bridge
        a bird is singing in the tree
        my grandmother was born in a small village
        the teacher explained the exercise again
        our train was an hour late yesterday
        the museum is closed on Mondays
        we are going hiking in the mountains
        I think therefore I am
        to be or not to be
        blah blah blah
        la la la
        testing one two three
        the quick brown fox jumps over the lazy dog
        """
}
